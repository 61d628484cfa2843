import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemarcheError } from '../../src/model/errors.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { createEngine, type Engine } from '../../src/sparql/index.ts';

/* Queries and Turtle files with some characters changed: an answer or an error a user can read, and soon. */

type Random = (below: number) => number;

const SPICE = [
  ...'{}()[]<>"\'\\.;,:?$#@^|/*+!=-_ \n\t\0é𝔘\u202e',
  '<x:y>',
  '?x',
  '"""',
  'SELECT',
  'FILTER',
  'GRAPH',
  'prefix',
  ' a ',
  '<<',
  '>>',
  '1e9999',
];

/** A text with one to four pieces removed, doubled, swapped, or put in. */
const mutate = (source: string, random: Random): string => {
  let text = source;
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(text.length + 1);
    const end = at + random(12);
    const piece = text.slice(at, end);
    const changes = [
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + piece + text.slice(end),
      () => text.slice(0, at) + SPICE[random(SPICE.length)] + text.slice(at),
      () => text.slice(0, at) + SPICE[random(SPICE.length)] + text.slice(end),
      () => text.slice(end) + text.slice(0, at),
    ];
    text = changes[random(changes.length)]!();
  }
  return text;
};

export interface MutationReport {
  right: number;
  refused: number;
  slowestMs: number;
  slowest: string;
  /** Errors that no user should see, with the text that made them. */
  readonly uncaught: string[];
}

const root = join(import.meta.dirname, '..', '..');
const textsIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

const LIMITS = { maxRows: 100, timeoutMs: 700 };

const attempt = async (report: MutationReport, text: string, work: () => unknown): Promise<void> => {
  const start = process.cpuUsage();
  try {
    await work();
    report.right++;
  } catch (error) {
    if (error instanceof DemarcheError && !/\n\s+at /.test(error.message)) report.refused++;
    else report.uncaught.push(`${String(error).slice(0, 200)} <- ${JSON.stringify(text.slice(0, 500))}`);
  }
  // Processor time: other programs may hold the machine.
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  if (ms > report.slowestMs) {
    report.slowestMs = ms;
    report.slowest = text;
  }
};

const DATA = `@prefix x: <http://example.org/> .
x:a x:p x:b ; x:size 1, 2.5, "three"@en . x:b x:p x:a ; x:when "2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .`;

/** Parses and answers changed queries; parses changed Turtle and TriG. */
export const tryMutations = async (count: number, random: Random): Promise<MutationReport> => {
  const report: MutationReport = { right: 0, refused: 0, slowestMs: 0, slowest: '', uncaught: [] };
  const queries = ['catalog', 'checks', 'networks'].flatMap((folder) => textsIn(`queries/${folder}`, '.rq'));
  const turtle = [DATA, ...textsIn('ontology/examples/valid', '.ttl').map((text) => text.slice(0, 3000))];
  const engine: Engine = createEngine(parseQuads(DATA, 'data', 'turtle'));
  // Comunica, which reads SPARQL 1.2, is loaded before anything is timed.
  for (const text of ['ASK {}', 'ASK { FILTER(isTRIPLE(?x)) }']) await engine.query(text);
  for (let i = 0; i < count; i++) {
    if (i % 2 === 0) {
      const text = mutate(queries[random(queries.length)]!, random);
      await attempt(report, text, () => engine.query(text, { limits: LIMITS }));
    } else {
      const text = mutate(turtle[random(turtle.length)]!, random);
      await attempt(report, text, () => parseQuads(text, 'changed', random(2) ? 'turtle' : 'trig'));
    }
  }
  return report;
};
