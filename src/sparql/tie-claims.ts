import { iri } from '../rdf/factory.ts';
import { DEM } from '../rdf/vocabulary.ts';
import { type PatternTerm, pattern, type Variable, variable } from './parser/nodes.ts';
import { inputsOf, type Node } from './push-down/node.ts';

/*
 * A triple such as `?a dem:opposes ?b` comes from claims, but names none: the dem:Relation of the same ends and predicate does.
 * Beside such triples, patterns that find it are put, so that the claims behind a row are met on the way to it.
 */

const TIES: ReadonlySet<string> = new Set([DEM.opposes, DEM.supports, DEM.cooperatesWith, DEM.conflictsWith]);

type Term = PatternTerm & { readonly value: string };

const isTie = (term: unknown): boolean => TIES.has(String((term as Term | undefined)?.value));

/** The ties that a pattern or a path of one step looks for. */
const tiesOf = (node: Node): readonly Term[] => {
  const { predicate } = node as { predicate?: Node };
  if (node.type === 'pattern') return isTie(predicate) ? [predicate as unknown as Term] : [];
  if (node.type !== 'path') return [];
  const steps = predicate!.type === 'alt' ? (predicate!.input as readonly Node[]) : [predicate!];
  return steps.every((step) => step.type === 'link' && isTie(step.iri)) ? steps.map((step) => step.iri as Term) : [];
};

type Fresh = () => Variable;

const relationOf = (node: Node, ties: readonly Term[], fresh: Fresh): Node => {
  const [subject, object, graph] = [node.subject, node.object, node.graph] as [PatternTerm, PatternTerm, PatternTerm];
  const [relation, predicate] = [fresh(), fresh()];
  const patterns = [
    pattern(relation, iri(DEM.from), subject, graph),
    pattern(relation, iri(DEM.to), object, graph),
    pattern(relation, iri(DEM.predicate), predicate, graph),
  ];
  const values: Node = { type: 'values', variables: [predicate], bindings: ties.map((tie) => ({ [predicate.value]: tie })) };
  return { type: 'join', input: [{ type: 'bgp', patterns }, values] };
};

const beside = (node: Node, parts: readonly Node[], fresh: Fresh): Node =>
  parts.reduce<Node>((left, part) => {
    const ties = tiesOf(part);
    return ties.length === 0 ? left : { type: 'leftjoin', input: [left, relationOf(part, ties, fresh)] };
  }, node);

/**
 * The same operation, which also binds the relation behind each tie that it meets; subqueries, and what is removed by MINUS, are
 * left as they are. @param taken names that the query has
 */
export const withRelations = (operation: Node, taken: ReadonlySet<string>): Node => {
  let count = 0;
  const fresh = (): Variable => {
    let name: string;
    do name = `relation${count++}`;
    while (taken.has(name));
    return variable(name);
  };
  const visit = (node: Node): Node => {
    if (node.type === 'project') return node;
    if (node.type === 'bgp') return beside(node, node.patterns as readonly Node[], fresh);
    if (node.type === 'path') return beside(node, [node], fresh);
    const inputs = inputsOf(node);
    if (inputs.length === 0) return node;
    if (node.type === 'minus') return { ...node, input: [visit(inputs[0]!), inputs[1]!] };
    return { ...node, input: Array.isArray(node.input) ? inputs.map(visit) : visit(inputs[0]!) };
  };
  return visit(operation);
};
