import { deriveRelations } from '../rdf/derive.ts';
import { defaultGraph, inGraph, iri, type Quad } from '../rdf/factory.ts';
import { judgementQuads } from '../rdf/judgements.ts';
import { termKey } from '../rdf/order.ts';
import { rebase } from '../rdf/rebase.ts';
import { attemptEach, type Base } from './base.ts';
import { readJudgements, rejectedClaims } from './curation.ts';
import { readAnalysis } from './state.ts';
import type { Dataset } from './types.ts';

export interface DatasetOptions {
  /** Quads of the ontology, topics and alignments; they stand in the graph `graph/ontology`, under the base IRI of this base. */
  readonly ontology?: readonly Quad[];
}

/** The quads as triples of the default graph, each once, without those that tell of a rejected claim. */
const unionOf = (quads: Iterable<Quad>, rejected: ReadonlySet<string>): Quad[] => {
  const union = new Map<string, Quad>();
  for (const each of quads) {
    if (rejected.has(each.subject.value) || (each.object.termType === 'NamedNode' && rejected.has(each.object.value))) continue;
    const key = `${termKey(each.subject)}\n${termKey(each.predicate)}\n${termKey(each.object)}`;
    if (!union.has(key)) union.set(key, inGraph(each, defaultGraph()));
  }
  return [...union.values()];
};

/**
 * All graphs of a base, in memory. Ties between actors are derived here, from the graphs as they are, and never read from
 * `derived/`, so they cannot be stale; results of analyses are read where they are of this state of the base. A damaged file is reported and the good ones are read.
 */
export const loadDataset = async (base: Base, options: DatasetOptions = {}): Promise<Dataset> => {
  const graphs = await attemptEach(await base.articleIds(), base.readGraph);
  const articles = graphs.value.flat();
  const judgements = await readJudgements(base);
  const rejected = rejectedClaims(judgements.value);
  const analysis = await readAnalysis(base);
  const derived = [...deriveRelations(articles, { base: base.settings.base, rejected }), ...analysis.value];
  const ontologyGraph = iri(base.iris.commonGraph('ontology'));
  return {
    named: [
      ...articles,
      ...derived,
      ...judgementQuads(judgements.value, base.settings.base),
      ...rebase(options.ontology ?? [], base.settings.base).map((each) => inGraph(each, ontologyGraph)),
    ],
    union: unionOf([...articles, ...derived], rejected),
    problems: [...graphs.problems, ...judgements.problems, ...analysis.problems],
  };
};
