import { DemarcheError } from '../../model/errors.ts';
import { iri } from '../../rdf/factory.ts';
import { serialize } from '../../rdf/serialize.ts';
import { type QueryOptions, type QueryResult, RefusedOperation, serializeResult } from '../../sparql/index.ts';
import type { Federation } from '../../sparql/types.ts';
import { descriptionQuads } from './description.ts';
import { type Problem, ProblemError } from './problems.ts';
import type { Answering, EndpointRequest, GraphFormat, RowFormat } from './types.ts';

export interface AnswerSettings {
  readonly maxRows: number;
  readonly federation?: Federation;
}

/** An answer as text. */
export interface TextAnswer {
  readonly format: RowFormat | GraphFormat;
  readonly rows: number;
  readonly text: string;
}

type Request<K extends EndpointRequest['kind']> = Extract<EndpointRequest, { kind: K }>;

const tooMany = (maxRows: number): ProblemError =>
  new ProblemError('rows', `the answer has more than ${maxRows} rows: ask for less with LIMIT and OFFSET`);

const answerQuery = async (base: Answering, request: Request<'query'>, settings: AnswerSettings): Promise<TextAnswer> => {
  const { maxRows, federation } = settings;
  const result = await base.query(request.text, {
    limits: { maxRows },
    ...(request.dataset ? { dataset: request.dataset } : {}),
    ...(federation ? { federation } : {}),
  });
  const format = request.formats[result.kind];
  if (format === null) throw new ProblemError('not-acceptable', `the answer is ${KINDS[result.kind]}`);
  if (result.kind === 'boolean') return { format, rows: 1, text: serializeResult(result, format) };
  if (result.truncated) throw tooMany(maxRows);
  const rows = result.kind === 'quads' ? result.quads.length : result.rows.length;
  return { format, rows, text: serializeResult(result, format, await base.baseIri()) };
};

const KINDS: Readonly<Record<QueryResult['kind'], string>> = {
  bindings: 'rows: JSON, XML, CSV or TSV',
  boolean: 'true or false: JSON or XML',
  quads: 'triples: Turtle, N-Triples, TriG, N-Quads or JSON-LD',
};

/** The graph's name is bound as a term, never written into the query. */
const ofGraph = (graph: string | null): { pattern: string; options: QueryOptions } =>
  graph === null
    ? { pattern: '?s ?p ?o', options: {} }
    : { pattern: 'GRAPH $graph { ?s ?p ?o }', options: { parameters: new Map([['graph', iri(graph)]]) } };

const answerGraph = async (base: Answering, { graph, format }: Request<'graph'>): Promise<TextAnswer> => {
  const { pattern, options } = ofGraph(graph);
  const result = await base.query(`CONSTRUCT { ?s ?p ?o } WHERE { ${pattern} }`, options);
  const quads = result.kind === 'quads' ? result.quads : [];
  if (graph !== null && quads.length === 0) throw new ProblemError('not-found', 'the base has no graph of this name');
  return { format, rows: quads.length, text: serialize(quads, format, { base: await base.baseIri() }) };
};

const answerDescription = async (base: Answering, request: Request<'description'>, { federation }: AnswerSettings) => {
  const quads = await descriptionQuads(base, request, federation !== undefined);
  return { format: request.format, rows: quads.length, text: serialize(quads, request.format, { base: await base.baseIri() }) };
};

/** The problem that an error of the program's own kind tells. */
const problemOf = (error: DemarcheError): Problem => {
  const { line, column } = error.location ?? {};
  return {
    type: error instanceof RefusedOperation ? 'refused' : 'malformed-query',
    detail: error.hint === undefined ? error.message : `${error.message} (${error.hint})`,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
};

/** An error as a problem; what is a defect of the program tells nothing of its inside. */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof DemarcheError) return problemOf(error);
  if (error instanceof RangeError && /string length|array length|allocation/i.test(error.message))
    return { type: 'memory', detail: 'the answer does not fit into memory: ask for less' };
  return { type: 'internal', detail: 'something went wrong that is not your fault; please report it' };
};

/**
 * Answers one request over a base.
 * @throws ProblemError, DemarcheError
 */
export const answerRequest = (base: Answering, request: EndpointRequest, settings: AnswerSettings): Promise<TextAnswer> => {
  if (request.kind === 'query') return answerQuery(base, request, settings);
  return request.kind === 'graph' ? answerGraph(base, request) : answerDescription(base, request, settings);
};
