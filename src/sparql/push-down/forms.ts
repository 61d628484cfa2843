import { blank, defaultGraph, type Quad, quad } from '../../rdf/factory.ts';
import { termKey } from '../../rdf/order.ts';
import type { StoredDataset } from '../../store/quads/quad-store.ts';
import type { ResultTerm, Solution } from '../types.ts';
import { type AlgebraTerm, inputsOf, type Node } from './node.ts';
import { evaluate, type SolutionList, type Surroundings } from './query.ts';

/* The query forms that are no SELECT (SPARQL 1.1, section 16), over the solutions of their patterns. */

export const ask = (query: Node, dataset: StoredDataset, surroundings: Surroundings): boolean =>
  evaluate(inputsOf(query)[0]!, dataset, { ...surroundings, maxRows: 1 }).count > 0;

/** All solutions: how many quads come of each is not known before. */
const solutionsOf = (query: Node, dataset: StoredDataset, surroundings: Surroundings): SolutionList =>
  evaluate(inputsOf(query)[0]!, dataset, { ...surroundings, maxRows: Number.POSITIVE_INFINITY });

/** Each quad once, up to as many as are wanted. */
const uniquely = (quads: Iterable<Quad>, most: number): Quad[] => {
  const found = new Map<string, Quad>();
  for (const each of quads) {
    if (found.size >= most) break;
    found.set([each.subject, each.predicate, each.object, each.graph].map(termKey).join('\u0001'), each);
  }
  return [...found.values()];
};

/** A template filled once: blank nodes are new for each solution (section 16.2.1). */
const fill = (template: readonly Node[], solution: Solution, row: number): Quad[] =>
  template.flatMap((pattern) => {
    const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map((each) => {
      const term = each as AlgebraTerm;
      if (term.termType === 'Variable') return solution.get(term.value);
      return term.termType === 'BlankNode' ? blank(`${term.value}_${row}`) : term;
    }) as (ResultTerm | undefined)[];
    if (!subject || !predicate || !object || subject.termType === 'Literal' || predicate.termType !== 'NamedNode') return [];
    return [quad(subject, predicate, object, pattern.graph as Quad['graph'])];
  });

export const construct = (query: Node, dataset: StoredDataset, surroundings: Surroundings): Quad[] => {
  const list = solutionsOf(query, dataset, surroundings);
  const template = query.template as readonly Node[];
  const quads = function* (): Generator<Quad> {
    for (let row = 0; row < list.count; row++) yield* fill(template, list.solution(row), row);
  };
  return uniquely(quads(), surroundings.maxRows);
};

/** DESCRIBE: the triples of the default graph that have a resource as their subject. */
export const describe = (query: Node, dataset: StoredDataset, surroundings: Surroundings): Quad[] => {
  const list = solutionsOf(query, dataset, surroundings);
  const { defaultGraph: table, dictionary } = dataset;
  const described = new Set<number>();
  const add = (term: ResultTerm | undefined): void => {
    if (term) described.add(dictionary.find(term));
  };
  for (const term of query.terms as readonly AlgebraTerm[]) {
    if (term.termType !== 'Variable') add(term as ResultTerm);
    else for (let row = 0; row < list.count; row++) add(list.solution(row).get(term.value));
  }
  described.delete(0);
  const quads = function* (): Generator<Quad> {
    for (const id of described) {
      const { from, to } = table.range(id, 0, 0, 0);
      const subject = dictionary.term(id) as Quad['subject'];
      for (let row = from; row < to; row++)
        yield quad(
          subject,
          dictionary.term(table.predicates[row]!) as Quad['predicate'],
          dictionary.term(table.objects[row]!),
          defaultGraph(),
        );
    }
  };
  return uniquely(quads(), surroundings.maxRows);
};
