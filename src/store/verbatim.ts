import type { DemarcheError } from '../model/errors.ts';
import { cleanText } from '../rdf/escape.ts';
import type { Quad } from '../rdf/factory.ts';
import { sha256 } from '../rdf/iris.ts';
import { OA, RDF } from '../rdf/namespaces.ts';
import { byCodeUnit } from '../rdf/order.ts';
import { CLASS, DEM } from '../rdf/vocabulary.ts';
import type { Base } from './base.ts';
import { attemptEach, paths } from './base.ts';
import type { ArticleRecord } from './types.ts';

/*
 * Verbatim or nothing: the words that a graph quotes must stand at the offsets it gives, in the stored text or in a copy that the
 * user has. Where there is neither, a quote is held against the sentence that the graph keeps beside it.
 */

/** Something in a base that is not as it must be. */
export interface Finding {
  /** The file it stands in, relative to the base. */
  readonly file: string;
  /** IRI of the node at fault; null where it is the file as a whole. */
  readonly subject: string | null;
  readonly message: string;
}

export interface CheckReport {
  /** How many quotes or nodes were looked at. */
  readonly checked: number;
  /** How many could not be, because the base does not keep the words and no copy was given. */
  readonly unchecked: number;
  readonly findings: readonly Finding[];
  /** Files that could not be read. */
  readonly problems: readonly DemarcheError[];
}

/** Gives the text of an article that the base does not keep; null if there is none. */
export type CopyOf = (record: ArticleRecord) => Promise<string | null>;

/** Words that should stand at an offset; null where the base keeps no words. */
interface Claimed {
  readonly subject: string;
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly words: string | null;
  /** The sentence kept beside the quote, and where it begins. */
  readonly sentence: { readonly start: number; readonly words: string } | null;
}

class Graph {
  readonly #values = new Map<string, string>();
  readonly #types = new Map<string, string[]>();

  constructor(quads: readonly Quad[]) {
    for (const { subject, predicate, object } of quads) {
      this.#values.set(`${subject.value}\n${predicate.value}`, object.value);
      if (predicate.value === RDF.type) this.#types.set(object.value, [...(this.#types.get(object.value) ?? []), subject.value]);
    }
  }

  value(subject: string, predicate: string): string | null {
    return this.#values.get(`${subject}\n${predicate}`) ?? null;
  }

  number(subject: string, predicate: string): number {
    return Number(this.value(subject, predicate) ?? Number.NaN);
  }

  instances(type: string): readonly string[] {
    return this.#types.get(type) ?? [];
  }
}

const evidenceOf = (graph: Graph, subject: string): Claimed[] => {
  const start = graph.number(`${subject}-position`, OA.start);
  const end = graph.number(`${subject}-position`, OA.end);
  const exact = graph.value(`${subject}-quote`, OA.exact);
  const prefix = graph.value(`${subject}-quote`, OA.prefix) ?? '';
  const suffix = graph.value(`${subject}-quote`, OA.suffix) ?? '';
  const words = graph.value(subject, DEM.sentence);
  const sentenceStart = graph.number(subject, DEM.sentenceStart);
  const sentence = words === null ? null : { start: sentenceStart, words };
  const of = (what: string, from: number, to: number, text: string | null): Claimed => ({
    subject,
    what,
    start: from,
    end: to,
    words: text,
    sentence,
  });
  return [
    of('quote', start, end, exact),
    ...(words === null ? [] : [of('sentence', sentenceStart, sentenceStart + words.length, words)]),
    ...(prefix === '' ? [] : [{ ...of('prefix', start - prefix.length, start, prefix), sentence: null }]),
    ...(suffix === '' ? [] : [{ ...of('suffix', end, end + suffix.length, suffix), sentence: null }]),
  ];
};

const issueOf = (graph: Graph, subject: string): Claimed[] => {
  const words = graph.value(subject, DEM.targetIssue);
  const start = graph.number(subject, DEM.issueStart);
  return words === null ? [] : [{ subject, what: 'issue', start, end: start + words.length, words, sentence: null }];
};

const claimedIn = (graph: Graph): Claimed[] => [
  ...graph.instances(CLASS.Evidence).flatMap((subject) => evidenceOf(graph, subject)),
  ...graph.instances(CLASS.Mention).map((subject) => ({
    subject,
    what: 'mention',
    start: graph.number(subject, OA.start),
    end: graph.number(subject, OA.end),
    words: graph.value(subject, DEM.surface),
    sentence: null,
  })),
  ...graph.instances(CLASS.Position).flatMap((subject) => issueOf(graph, subject)),
];

/** What is wrong with a quote; null if nothing, undefined if it cannot be told. */
const defectOf = (claimed: Claimed, text: string | null): string | null | undefined => {
  const { start, end, words, sentence, what } = claimed;
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end)) return `the ${what} has no valid offsets`;
  if (text !== null) {
    if (end > text.length) return `the ${what} ends beyond the text (${end} of ${text.length})`;
    return words === null || cleanText(text.slice(start, end)) === words
      ? null
      : `the ${what} is not what stands at ${start}-${end}`;
  }
  if (words === null || sentence === null) return undefined;
  const within = sentence.words.slice(start - sentence.start, end - sentence.start);
  return within === words ? null : `the ${what} does not stand at ${start}-${end} in its sentence`;
};

interface Tally {
  checked: number;
  unchecked: number;
  readonly findings: Finding[];
}

const checkArticle = async (base: Base, id: string, copyOf: CopyOf, tally: Tally): Promise<void> => {
  const record = await base.readArticle(id);
  const quads = await base.readGraph(id);
  const stored = await base.readText(id);
  const text = stored ?? (record ? await copyOf(record) : null);
  const hash = record?.document.textSha256;
  if (text !== null && sha256(text) !== hash)
    tally.findings.push({
      file: paths.text(id),
      subject: null,
      message: 'the text is not the one that was read (its hash differs)',
    });
  if (text === null && base.settings.keepText === 'all')
    tally.findings.push({ file: paths.text(id), subject: null, message: 'the text is missing: build the article again' });
  for (const claimed of claimedIn(new Graph(quads))) {
    const defect = defectOf(claimed, text);
    if (defect === undefined) tally.unchecked++;
    else tally.checked++;
    if (defect) tally.findings.push({ file: paths.graph(id), subject: claimed.subject, message: defect });
  }
};

/**
 * Holds every quote of a base against the text.
 * @param copyOf gives texts that the base does not keep
 */
export const checkVerbatim = async (base: Base, copyOf: CopyOf = async () => null): Promise<CheckReport> => {
  const tally: Tally = { checked: 0, unchecked: 0, findings: [] };
  const { problems } = await attemptEach(await base.articleIds(), (id) => checkArticle(base, id, copyOf, tally));
  tally.findings.sort((a, b) => byCodeUnit(a.file, b.file) || byCodeUnit(a.subject ?? '', b.subject ?? ''));
  return { ...tally, problems };
};
