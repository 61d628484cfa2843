import { DemarcheError } from '../model/errors.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { parseQuery } from './parser/query.ts';
import { NotRead } from './parser/tokens.ts';
import { prologueFor } from './prefixes.ts';
import { inputsOf, type Node, namesOf } from './push-down/node.ts';
import { notReadError } from './syntax-error.ts';
import type { CatalogueQuery, QueryForm } from './types.ts';

/** What a query file turns out to be. */
export interface QueryShape {
  readonly form: QueryForm;
  /** Projected variables of SELECT in their order; empty for other forms. */
  readonly columns: readonly string[];
  /** Names of all variables that occur. */
  readonly variables: ReadonlySet<string>;
  readonly isOrdered: boolean;
}

/** Variables that the query gives a value of its own by AS, BIND or VALUES, or groups by: no parameter may stand there. */
const assignedVariables = (algebra: unknown): Set<string> => {
  const assigned = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) visit(item);
    if (Array.isArray(node) || typeof node !== 'object' || node === null || 'termType' in node) return;
    const { type, variable, variables } = node as Node;
    const made = type === 'extend' ? [variable] : type === 'values' || type === 'group' ? variables : [];
    for (const name of namesOf(made)) assigned.add(name);
    for (const item of Object.values(node)) visit(item);
  };
  visit(algebra);
  return assigned;
};

const MODIFIERS = new Set(['from', 'slice', 'distinct', 'reduced']);

/** A query without FROM, LIMIT and DISTINCT. */
const bodyOf = (query: Node): Node => {
  let body = query;
  while (MODIFIERS.has(body.type!)) body = inputsOf(body)[0]!;
  return body;
};

const formOf = ({ type }: Node): QueryForm => (type === 'ask' || type === 'construct' || type === 'describe' ? type : 'select');

const fail = (query: CatalogueQuery, message: string, hint?: string): never => {
  throw new DemarcheError('query', message, { location: { file: query.file }, ...(hint === undefined ? {} : { hint }) });
};

/** @throws DemarcheError where the text is no SPARQL 1.1 query */
const parse = (query: CatalogueQuery): { readonly algebra: Node; readonly variables: ReadonlySet<string> } => {
  const prologue = prologueFor(DEFAULT_BASE);
  try {
    return parseQuery(prologue + query.text, DEFAULT_BASE);
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    throw notReadError(error, { text: query.text, prologue, file: query.file });
  }
};

const assertParametersFit = (query: CatalogueQuery, shape: QueryShape, assigned: ReadonlySet<string>): void => {
  for (const { name } of query.parameters) {
    if (!shape.variables.has(name)) fail(query, `parameter "${name}" does not occur in the query`, `write it as $${name}`);
    if (assigned.has(name))
      fail(
        query,
        `parameter "${name}" is given a value in the query`,
        'a parameter may not stand in AS, BIND, VALUES or GROUP BY',
      );
  }
};

/** In a catalogue query `$name` marks a parameter and `?name` any other variable. */
const assertDollarsDeclared = (query: CatalogueQuery): void => {
  const code = query.text.replace(/"(?:[^"\\\n]|\\.)*"|#[^\n]*/g, '');
  for (const [, name] of code.matchAll(/\$(\w+)/g)) {
    if (!query.parameters.some((parameter) => parameter.name === name))
      fail(query, `$${name} is not among the parameters`, 'declare it, or write ?');
  }
};

const assertColumnsDescribed = (query: CatalogueQuery, columns: readonly string[]): void => {
  const described = query.columns.map(({ name }) => name);
  if (described.join(' ') === columns.join(' ')) return;
  fail(query, `the columns described (${described.join(', ')}) are not those selected (${columns.join(', ')})`);
};

/**
 * Parses a catalogue query without running it and checks that its front matter fits it.
 * @throws DemarcheError with file and position
 */
export const inspectQuery = async (query: CatalogueQuery): Promise<QueryShape> => {
  const { algebra, variables } = parse(query);
  const body = bodyOf(algebra);
  const form = formOf(body);
  const input = inputsOf(body)[0];
  const shape = {
    form,
    columns: form === 'select' ? namesOf(body.variables) : [],
    variables,
    isOrdered: input?.type === 'orderby',
  };
  assertParametersFit(query, shape, assignedVariables(algebra));
  assertDollarsDeclared(query);
  if (form === 'select') assertColumnsDescribed(query, shape.columns);
  return shape;
};
