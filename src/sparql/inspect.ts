import { DemarcheError } from '../model/errors.ts';
import { DEFAULT_BASE, prefixesFor } from '../rdf/namespaces.ts';
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

type Node = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const variableName = (value: unknown): string | null =>
  isObject(value) && value.termType === 'Variable' ? String(value.value) : null;

const visit = (value: unknown, see: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (isObject(value)) {
    see(value);
    if (value.termType === undefined) for (const item of Object.values(value)) visit(item, see);
  }
};

/** Variables that the query gives a value of its own by AS, BIND or VALUES, or groups by: no parameter may stand there. */
const assignedVariables = (ast: Node): Set<string> => {
  const assigned = new Set<string>();
  const add = (value: unknown): void => {
    const name = variableName(value);
    if (name !== null) assigned.add(name);
  };
  visit(ast, (node) => {
    if ('expression' in node) add(node.variable);
    if (Array.isArray(node.group)) for (const key of node.group) add(isObject(key) ? (key.variable ?? key.expression) : null);
    const rows = Array.isArray(node.values) ? node.values : [];
    for (const row of rows) if (isObject(row)) for (const key of Object.keys(row)) assigned.add(key.replace(/^[?$]/, ''));
  });
  return assigned;
};

const variablesOf = (ast: Node): Set<string> => {
  const names = new Set<string>();
  visit(ast, (node) => {
    const name = variableName(node);
    if (name !== null) names.add(name);
  });
  return names;
};

const columnsOf = (ast: Node): string[] => {
  const projected = Array.isArray(ast.variables) ? ast.variables : [];
  return projected.flatMap((item) => variableName(item) ?? variableName(isObject(item) ? item.variable : null) ?? []);
};

const fail = (query: CatalogueQuery, message: string, hint?: string): never => {
  throw new DemarcheError('query', message, { location: { file: query.file }, ...(hint === undefined ? {} : { hint }) });
};

const parse = async (query: CatalogueQuery): Promise<Node> => {
  const { Parser } = (await import('sparqljs')).default;
  try {
    return new Parser({ prefixes: { ...prefixesFor(DEFAULT_BASE) } }).parse(query.text) as unknown as Node;
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { loc?: { first_line: number; first_column: number } } };
    const at = hash?.loc ? { line: hash.loc.first_line, column: hash.loc.first_column + 1 } : {};
    throw new DemarcheError('query', `malformed SPARQL: ${message.split('\n')[0]}`, {
      location: { file: query.file, ...at },
      cause: error,
    });
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
 * sparqljs reads the SPARQL 1.1 grammar; what runs is decided by the engine's own parser.
 * @throws DemarcheError with file and position
 */
export const inspectQuery = async (query: CatalogueQuery): Promise<QueryShape> => {
  const ast = await parse(query);
  if (ast.type !== 'query')
    return fail(query, 'a catalogue query cannot change the base', 'use SELECT, ASK, CONSTRUCT or DESCRIBE');
  const form = String(ast.queryType).toLowerCase() as QueryForm;
  const shape = {
    form,
    columns: form === 'select' ? columnsOf(ast) : [],
    variables: variablesOf(ast),
    isOrdered: 'order' in ast,
  };
  assertParametersFit(query, shape, assignedVariables(ast));
  assertDollarsDeclared(query);
  if (form === 'select') assertColumnsDescribed(query, shape.columns);
  return shape;
};
