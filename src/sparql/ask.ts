import { inspectQuery } from './inspect.ts';
import { bindParameterTexts } from './parameters.ts';
import type { Catalogue, CatalogueQuery, Engine, QueryLimits, QueryPlan, QueryResult, ResultTerm } from './types.ts';

/** The answer to a named question. */
export interface Answer {
  readonly query: CatalogueQuery;
  /** The terms its parameters stood for. */
  readonly parameters: ReadonlyMap<string, ResultTerm>;
  readonly result: QueryResult;
}

/**
 * Runs a query of the catalogue.
 * @param values parameter texts as a user types them: `{ actor: 'the alliance', since: '2024-07-01' }`
 * @throws DemarcheError: `usage` for an unknown name or wrong parameters, `query` for a query file that cannot be used
 */
export const ask = async (
  engine: Engine,
  catalogue: Catalogue,
  name: string,
  values: Readonly<Record<string, string>> = {},
  limits: QueryLimits = {},
): Promise<Answer> => {
  const query = catalogue.get(name);
  await inspectQuery(query);
  const parameters = await bindParameterTexts(engine, query, values);
  const result = await engine.query(query.text, { parameters, limits, file: query.file });
  return { query, parameters, result };
};

/** How a named question is answered. */
export interface AskPlan extends QueryPlan {
  readonly query: CatalogueQuery;
  readonly parameters: ReadonlyMap<string, ResultTerm>;
}

/** What a query of the catalogue runs as, without running it. @throws DemarcheError as `ask` does */
export const explainAsk = async (
  engine: Engine,
  catalogue: Catalogue,
  name: string,
  values: Readonly<Record<string, string>> = {},
): Promise<AskPlan> => {
  const query = catalogue.get(name);
  await inspectQuery(query);
  const parameters = await bindParameterTexts(engine, query, values);
  return { query, parameters, ...(await engine.explain(query.text, { parameters, file: query.file })) };
};
