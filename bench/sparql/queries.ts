import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '../../src/rdf/factory.ts';
import { writeTerm } from '../../src/rdf/lines.ts';
import { DEFAULT_BASE, prefixesFor } from '../../src/rdf/namespaces.ts';
import { createEngine, loadCatalogue } from '../../src/sparql/index.ts';
import { bindParameterTexts } from '../../src/sparql/parameters.ts';
import type { CatalogueQuery, Engine, ParameterType } from '../../src/sparql/types.ts';
import { ANALYST } from './analyst.ts';

/** A query that every engine reads: prefixes declared, parameters in their places. */
export interface BenchQuery {
  readonly name: string;
  readonly text: string;
}

const FOLDER = join(import.meta.dirname, '..', '..', 'queries', 'catalog');

const PROLOGUE = Object.entries(prefixesFor(DEFAULT_BASE))
  .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
  .join('');

/** Values that the invented data know, in the order in which a query's parameters of a type get them. */
const SAMPLES: Readonly<Partial<Record<ParameterType, readonly string[]>>> = {
  actor: ['Country A003', 'Country A007'],
  topic: ['tariffs', 'trade'],
  date: ['2023-05-05', '2023-05-11'],
};

/** The parameters that the query's example gives: its own values, and those of the data where it names what is in the data. */
const exampleValues = (query: CatalogueQuery): Record<string, string> => {
  const used = new Map<ParameterType, number>();
  const given: Record<string, string> = {};
  for (const [, name, value] of (query.examples[0] ?? '').matchAll(/--param (\w+)=("[^"]*"|\S+)/g)) {
    const { type } = query.parameters.find((parameter) => parameter.name === name)!;
    const turn = used.get(type) ?? 0;
    used.set(type, turn + 1);
    given[name!] = SAMPLES[type]?.[turn] ?? value!.replaceAll('"', '');
  }
  return given;
};

/** Writes parameters into the text, as no other engine has them. */
const withParameters = async (engine: Engine, query: CatalogueQuery): Promise<string> => {
  let { text } = query;
  for (const [name, term] of await bindParameterTexts(engine, query, exampleValues(query)))
    text = text
      .replaceAll(new RegExp(`BOUND\\(\\$${name}\\)`, 'g'), 'true')
      .replaceAll(new RegExp(`\\$${name}\\b`, 'g'), writeTerm(term));
  return text;
};

const catalogue = async (sample: readonly Quad[]): Promise<BenchQuery[]> => {
  const engine = createEngine(sample);
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.rq'));
  const queries = loadCatalogue(files.map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))).list();
  return Promise.all(
    queries.map(async (query) => ({ name: query.name, text: PROLOGUE + (await withParameters(engine, query)) })),
  );
};

/** The questions of analysts, then the catalogue, each with the parameters of its example. */
export const benchQueries = async (sample: readonly Quad[]): Promise<BenchQuery[]> => [
  ...Object.entries(ANALYST).map(([name, text]) => ({ name: `analyst ${name}`, text: PROLOGUE + text })),
  ...(await catalogue(sample)),
];
