import { dayOf, type PositionRow } from '../graph/index.ts';
import { cleanLine } from '../report/clean.ts';
import { csv } from '../report/csv.ts';
import type { Column } from '../report/value.ts';
import { type NetworkSource, quotesOf, rowsOf } from './networks.ts';

/** A table of statements, and what is not in it. */
export interface StatementExport {
  readonly text: string;
  /** In words; empty where nothing was left out. */
  readonly leftOut: string;
}

interface Voice {
  readonly claim: string;
  readonly person: string | null;
  readonly title: string | null;
}

interface Statement extends PositionRow {
  readonly number: number;
  readonly document: number;
  readonly person: string | null;
  readonly title: string | null;
  readonly words: string;
}

/** Between quotations of one statement that are not next to each other. */
const GAP = ' [...] ';

/**
 * Columns, separator, form of time and coding of agreement of the event list that Discourse Network Analyzer writes
 * (version 3.0, `export/Exporter.java` in leifeld/dna at 061e96e, with the variables of its default statement type),
 * and after them `published`, since `time` here is when it was said where that is known.
 */
const COLUMNS: readonly Column<Statement>[] = [
  { heading: 'statement ID', value: ({ number }) => number },
  { heading: 'time', value: (row) => timeOf(row) },
  { heading: 'document ID', value: ({ document }) => document },
  { heading: 'document title', value: ({ title }) => title && cleanLine(title) },
  { heading: 'author', value: () => null },
  { heading: 'source', value: ({ outlet }) => outlet },
  { heading: 'section', value: () => null },
  { heading: 'type', value: () => null },
  { heading: 'text', value: ({ words }) => cleanLine(words) },
  { heading: 'person', value: ({ person }) => person },
  { heading: 'organization', value: ({ holderTopLabel }) => holderTopLabel },
  { heading: 'concept', value: ({ topic }) => topic!.replace(/^topic:/, '') },
  { heading: 'agreement', value: ({ polarity }) => (polarity === 'support' ? 1 : 0) },
  { heading: 'published', value: ({ published }) => published },
];

/** The explicit positions of a base that take a side on a topic, one line each, in the order of `positions.rq`. */
export async function exportStatements(source: NetworkSource): Promise<StatementExport> {
  const rows = await rowsOf<PositionRow>(source, 'positions');
  const voices = new Map<string, Voice>();
  for (const voice of await rowsOf<Voice>(source, 'voices-of-positions', source.commands))
    if (!voices.has(voice.claim)) voices.set(voice.claim, voice);
  const quotes = await quotesOf(source);
  const kept = once(rows).filter((row) => whyNot(row) === null);
  const documents = new Map([...new Set(kept.map(({ article }) => article))].map((article, index) => [article, index + 1]));
  const statements = kept.map((row, index) => ({
    ...row,
    number: index + 1,
    document: documents.get(row.article)!,
    person: voices.get(row.claim)?.person ?? null,
    title: voices.get(row.claim)?.title ?? null,
    words: (quotes.get(row.claim) ?? []).join(GAP),
  }));
  return { text: csv(statements, COLUMNS, ';'), leftOut: leftOut(once(rows)) };
}

/** A claim with several targets has several rows, and is one statement of its holder. */
function once(rows: readonly PositionRow[]): PositionRow[] {
  const statements = new Map(rows.map((row) => [JSON.stringify([row.claim, row.holder, row.topic, row.polarity]), row]));
  return [...statements.values()];
}

const REASONS = ['of headlines', 'only presupposed', 'without a topic', 'neutral'] as const;

function whyNot({ explicitness, topic, polarity }: PositionRow): (typeof REASONS)[number] | null {
  if (explicitness !== 'explicit') return explicitness === 'headline' ? 'of headlines' : 'only presupposed';
  if (topic === null) return 'without a topic';
  return polarity === 'neutral' ? 'neutral' : null;
}

function leftOut(rows: readonly PositionRow[]): string {
  const counts = REASONS.map((reason) => [rows.filter((row) => whyNot(row) === reason).length, reason] as const);
  const parts = counts.filter(([count]) => count > 0).map(([count, reason]) => `${count} ${reason}`);
  return parts.length === 0 ? '' : `left out positions: ${parts.join(', ')}`;
}

function timeOf(row: PositionRow): string | null {
  const day = dayOf(row);
  return day && `${day} 00:00:00`;
}
