import type { Catalogue, CellValue, Engine, ResultTerm } from '../sparql/index.ts';

/** One claim behind an edge, with the words it rests on. */
export interface Reason {
  readonly claim: string;
  /** Of a position; null for an event. */
  readonly polarity: string | null;
  /** Speech act of a position, PLOVER type of an event. */
  readonly type: string;
  readonly explicitness: string | null;
  /** Of an event; null for a position. */
  readonly factuality: string | null;
  /** Who holds the position or takes part in the event. */
  readonly holder: string;
  /** Who says so. */
  readonly voicedBy: string | null;
  /** ISO day, month, year or interval, where the article says when. */
  readonly date: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string | null;
  readonly confidence: number | null;
  readonly article: {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
  };
}

/** All that one actor holds, says or does about another. */
export interface Explanation {
  readonly source: string;
  readonly target: string;
  readonly reasons: readonly Reason[];
}

/** Where reasons are looked up. */
export interface ReasonSource {
  readonly engine: Engine;
  readonly commands: Catalogue;
  /** Base IRI of individuals. */
  readonly base: string;
}

/** @throws DemarcheError (usage) for an actor the base does not know, with the nearest names. */
export async function explain(where: ReasonSource, source: string, target: string): Promise<Explanation> {
  const { reasons, parameters } = await lookUp(where, { source, target });
  const [from, to] = await Promise.all(['source', 'target'].map((name) => labelOf(where.engine, parameters.get(name)!)));
  return { source: from!, target: to!, reasons };
}

/** The reasons behind each claim of the base, by the claim's name. */
export async function reasonsByClaim(where: ReasonSource): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const groups = new Map<string, Reason[]>();
  for (const reason of (await lookUp(where, {})).reasons) groups.set(reason.claim, [...(groups.get(reason.claim) ?? []), reason]);
  return groups;
}

async function lookUp({ engine, commands, base }: ReasonSource, given: Readonly<Record<string, string>>) {
  const { ask, tableOf } = await import('../sparql/index.ts');
  const { result, parameters } = await ask(engine, commands, 'why', given);
  const { columns, rows } = tableOf(result, base);
  return { parameters, reasons: rows.map((row) => reasonOf(new Map(columns.map((name, i) => [name, row[i]!])))) };
}

const LABEL = 'SELECT ?label { $actor rdfs:label ?label } ORDER BY ?label LIMIT 1';

async function labelOf(engine: Engine, actor: ResultTerm): Promise<string> {
  const result = await engine.query(LABEL, { parameters: new Map([['actor', actor]]) });
  return (result.kind === 'bindings' && result.rows[0]?.get('label')?.value) || actor.value;
}

function reasonOf(row: ReadonlyMap<string, CellValue>): Reason {
  const text = (name: string): string | null => {
    const value = row.get(name) ?? null;
    return value === null ? null : String(value);
  };
  const confidence = row.get('confidence') ?? null;
  return {
    claim: text('claim')!,
    polarity: text('polarity'),
    type: text('type')!,
    explicitness: text('explicitness'),
    factuality: text('factuality'),
    holder: text('holder')!,
    voicedBy: text('voicedBy'),
    date: text('date'),
    quote: text('quote')!,
    start: Number(row.get('start')),
    end: Number(row.get('end')),
    rule: text('rule'),
    confidence: confidence === null ? null : Number(confidence),
    article: { id: text('article')!, title: text('title'), outlet: text('outlet'), published: text('published') },
  };
}
