import type { Document } from '../../model/document.ts';
import { DemarcheError } from '../../model/errors.ts';
import type { ActorType, Extraction } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { cleanText } from '../escape.ts';
import { iri, type NamedNode, type Quad, quad, string } from '../factory.ts';
import { type IriMaker, iriMaker } from '../iris.ts';
import { PROV, RDF, RDFS } from '../namespaces.ts';
import { CLASS, DEM } from '../vocabulary.ts';

/** What the lexicon knows of a listed actor; its own entries have this shape. */
export interface ActorFacts {
  readonly name: string;
  readonly type: ActorType;
  readonly iso2: string | null;
  readonly iso3: string | null;
  readonly cow: number | null;
  readonly wikidata: string | null;
}

export interface MappingInput {
  readonly document: Document;
  readonly extraction: Extraction;
  /** Sentences of the document, in text order. */
  readonly sentences: readonly Span[];
}

export interface MappingOptions {
  /** Version of the program, written on each dem:Extraction. */
  readonly version: string;
  /** Base IRI of individuals; ends in `/` or `#`. */
  readonly base?: string;
  /** Listed actors by id, for codes. */
  readonly actors?: ReadonlyMap<string, ActorFacts>;
}

export type Value = Quad['object'] | null;

/** Collects the quads of one article's graph. */
class GraphBuilder {
  readonly quads: Quad[] = [];
  readonly #graph: NamedNode;

  constructor(graph: string) {
    this.#graph = iri(graph);
  }

  /** Adds one triple for each value; null stands for "not stated" and adds none. */
  add(subject: string, predicate: string, ...values: readonly Value[]): void {
    for (const value of values) if (value) this.quads.push(quad(iri(subject), iri(predicate), value, this.#graph));
  }

  type(subject: string, ...classes: readonly string[]): void {
    this.add(subject, RDF.type, ...classes.map(iri));
  }
}

/** What every part of the mapping needs. */
export interface MappingContext extends MappingInput {
  readonly options: MappingOptions;
  readonly iris: IriMaker;
  readonly articleIri: string;
  readonly graph: GraphBuilder;
  /** IRI of each extracted statement, position and event, by its id in the extraction. */
  readonly claimIris: Map<string, string>;
}

export const createContext = (input: MappingInput, options: MappingOptions): MappingContext => {
  const iris = iriMaker(options.base);
  return {
    ...input,
    options,
    iris,
    articleIri: iris.article(input.document),
    graph: new GraphBuilder(iris.graph(input.document.id)),
    claimIris: new Map(),
  };
};

/** Words out of the article, as a literal. */
export const words = (text: string | null): Value => (text === null || text === '' ? null : string(cleanText(text)));

/** The stored text at a span. @throws DemarcheError where the span does not lie in the text: verbatim or nothing. */
export const sliceOf = (context: MappingContext, span: Span): string => {
  const { text, id } = context.document;
  const inside = Number.isInteger(span.start) && Number.isInteger(span.end) && span.start >= 0 && span.end <= text.length;
  if (!inside || span.start >= span.end)
    throw new DemarcheError('rdf', `span ${span.start}-${span.end} does not lie in the text of article ${id}`, {
      hint: 'this is a defect of an extraction rule; please report the article',
    });
  return text.slice(span.start, span.end);
};

/** Says which rule of which version made a resource, or which language model. */
export const generatedBy = (context: MappingContext, subject: string, rule: string): void => {
  const run = context.iris.extraction(context.document, rule);
  context.graph.add(subject, PROV.wasGeneratedBy, iri(run));
  context.graph.type(run, CLASS.Extraction);
  context.graph.add(run, DEM.rule, words(rule));
  context.graph.add(run, DEM.version, words(context.options.version));
  const { origin } = context.extraction;
  if (!origin) return;
  context.graph.add(run, DEM.languageModel, words(origin.model));
  context.graph.add(run, DEM.promptSha256, words(origin.promptSha256));
  const agent = context.iris.softwareAgent(origin.model);
  context.graph.add(run, PROV.wasAssociatedWith, iri(agent));
  context.graph.type(agent, PROV.SoftwareAgent);
  context.graph.add(agent, RDFS.label, words(origin.model));
};
