/**
 * SPARQL over a knowledge base.
 *
 *     const engine = createEngine(quads);                       // any Iterable<Quad>; nothing is loaded until the first query
 *     const result = await engine.query('SELECT …', { limits: { maxRows: 1000 } });
 *     const catalogue = loadCatalogue(files);                   // [{ name: 'opponents.rq', text }]
 *     catalogue.list();                                         // name, summary, parameters, columns, questions
 *     const answer = await ask(engine, catalogue, 'opponents', { actor: 'NATO' });
 *     await whyRows(engine, answer.query.text, answer.result, answer); // RowEvidence[] for each row, also of grouped queries
 *     serializeResult(result, 'csv');                           // json csv tsv xml; turtle ntriples for CONSTRUCT
 *     tableOf(result, base);                                        // { columns, rows } of plain strings and numbers, for report/
 *     await runChecks(engine, loadCatalogue(checkFiles));       // Finding[]; empty when all is well
 *
 * Errors a user can act on are `DemarcheError` of kind `query` (or `usage` for an unknown query name or a wrong parameter).
 * SERVICE, LOAD and updates are refused in the algebra before anything runs, and nothing is ever fetched.
 */

export { RefusedOperation } from './algebra.ts';
export { type Answer, type AskPlan, ask, explainAsk } from './ask.ts';
export { loadCatalogue } from './catalogue.ts';
export { runChecks } from './checks.ts';
export { createEngine } from './engine.ts';
export { inspectQuery, type QueryShape } from './inspect.ts';
export { describeParameters } from './parameters.ts';
export { type ResultFormat, ROW_FORMATS, ROW_MEDIA_TYPES, serializeResult } from './results/serialize.ts';
export { type CellValue, type ResultTable, tableOf } from './results/table.ts';
export type {
  BindingsResult,
  BooleanResult,
  Catalogue,
  CatalogueQuery,
  Column,
  DatasetClause,
  Engine,
  EngineOptions,
  Federation,
  Finding,
  Parameter,
  ParameterType,
  QuadsResult,
  QueryFile,
  QueryForm,
  QueryLimits,
  QueryOptions,
  QueryResult,
  ResultTerm,
  RowEvidence,
  Solution,
} from './types.ts';
export { whyRows } from './why.ts';
