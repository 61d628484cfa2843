import { createHash } from 'node:crypto';
import type { Span } from '../model/span.ts';
import { segment } from './escape.ts';
import { DEFAULT_BASE, type IndividualKind } from './namespaces.ts';

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Digits of a claim's hash that stand in its IRI: 96 bits. */
const CLAIM_DIGITS = 24;
/** Digits of an article's hash that scope what belongs to it alone. */
const ARTICLE_DIGITS = 12;

/** Graphs that belong to no article. */
export type CommonGraph = 'ontology' | 'curation' | 'derived';

/** An article as far as IRIs need it. */
export interface ArticleKey {
  readonly id: string;
  readonly sha256: string;
}

/** Makes the IRIs of individuals; ontology/README.md lists their forms. */
export interface IriMaker {
  readonly base: string;
  readonly article: (article: ArticleKey) => string;
  readonly graph: (articleId: string) => string;
  readonly commonGraph: (name: CommonGraph) => string;
  readonly listedActor: (id: string) => string;
  readonly localActor: (article: ArticleKey, id: string) => string;
  readonly country: (iso3: string) => string;
  readonly localPlace: (article: ArticleKey, id: string) => string;
  readonly topic: (id: string) => string;
  readonly evidence: (article: ArticleKey, span: Span) => string;
  readonly mention: (article: ArticleKey, span: Span, ordinal: number) => string;
  readonly extraction: (article: ArticleKey, rule: string) => string;
  readonly softwareAgent: (name: string) => string;
  readonly relation: (from: string, predicate: string, to: string) => string;
  readonly claim: (kind: ClaimKind, key: string) => string;
  /** Of a result of an analysis: a name, and the IRIs of the actors it concerns. */
  readonly result: (kind: ResultKind, name: string, ...of: readonly string[]) => string;
}

export type ResultKind = Extract<IndividualKind, 'analysis' | 'bloc' | 'tie' | 'measure' | 'measurement'>;

export type ClaimKind = Extract<
  IndividualKind,
  'statement' | 'position' | 'event' | 'tenure' | 'term' | 'ordering' | 'abstention'
>;

const scope = (article: ArticleKey): string => article.sha256.slice(0, ARTICLE_DIGITS);

/** Last path segment of an IRI made here. */
const localName = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1);

/** @param base IRI that ends in `/` or `#` */
export const iriMaker = (base: string = DEFAULT_BASE): IriMaker => {
  const make = (kind: IndividualKind, name: string): string => `${base}${kind}/${name}`;
  const spanName = (article: ArticleKey, span: Span): string => `${scope(article)}-${span.start}-${span.end}`;
  return {
    base,
    article: (article) => make('article', segment(article.id)),
    graph: (articleId) => make('graph', segment(articleId)),
    commonGraph: (name) => make('graph', name),
    listedActor: (id) => make('actor', segment(id)),
    localActor: (article, id) => make('actor', `${scope(article)}.${segment(id)}`),
    country: (iso3) => make('place', segment(iso3)),
    localPlace: (article, id) => make('place', `${scope(article)}.${segment(id)}`),
    topic: (id) => make('topic', segment(id)),
    evidence: (article, span) => make('evidence', spanName(article, span)),
    mention: (article, span, ordinal) => make('mention', spanName(article, span) + (ordinal === 0 ? '' : `-${ordinal + 1}`)),
    extraction: (article, rule) => make('extraction', `${scope(article)}-${segment(rule)}`),
    softwareAgent: (name) => make('agent', segment(name)),
    relation: (from, predicate, to) => make('relation', `${localName(from)}-${predicate}-${localName(to)}`),
    result: (kind, name, ...of) => make(kind, [segment(name), ...of.map(localName)].join('-')),
    claim: (kind, key) => make(kind, sha256(key).slice(0, CLAIM_DIGITS)),
  };
};
