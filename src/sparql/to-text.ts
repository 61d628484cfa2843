import { XSD } from '../rdf/namespaces.ts';
import type { Operation } from './algebra.ts';

type Node = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const isPlain = (node: Node): boolean =>
  node.subType === 'literal' && isObject(node.langOrIri) && (node.langOrIri as { value?: unknown }).value === XSD.string;

/** The syntax tree with strings as strings: servers of RDF 1.0, Virtuoso 7 among them, take `"a"^^xsd:string` for another term. */
const withPlainStrings = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withPlainStrings);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).filter(([key]) => !(key === 'langOrIri' && isPlain(node)));
  return Object.fromEntries(entries.map(([key, value]) => [key, withPlainStrings(value)]));
};

/** Algebra as SPARQL text, for other engines to evaluate. */
export const algebraText = async (operation: Operation): Promise<string> => {
  const [{ toAst }, { Generator }] = await Promise.all([
    import('@traqula/algebra-sparql-1-2'),
    import('@traqula/generator-sparql-1-2'),
  ]);
  return new Generator().generate(withPlainStrings(toAst(operation as never)) as never);
};
