import type { ChangeResults } from '../../app/changes.ts';
import type { ChangeAnalysis } from '../../app/formats.ts';
import type { Reason } from '../../app/why.ts';
import { DemarcheError } from '../../model/errors.ts';
import { csv } from '../../report/csv.ts';
import { table } from '../../report/table.ts';
import type { Column } from '../../report/value.ts';
import type { Session } from '../session.ts';
import { inReadingOrder, reasonList } from './why.ts';

/** How an analysis over time or sources is to be shown. */
export interface ChangeView {
  readonly format: 'table' | 'csv' | 'json' | 'svg';
  /** Formula and source of each number. */
  readonly explanations?: Readonly<Record<string, { readonly formula: string; readonly source: string }>> | undefined;
  /** The words behind each claim; empty if they were not asked for. */
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
}

/** Prints an analysis; what stands beside its rows goes to stderr. */
export async function printChange<What extends ChangeAnalysis>(
  session: Session,
  what: What,
  result: ChangeResults[What],
  view: ChangeView,
): Promise<void> {
  const { format, explanations } = view;
  if (format === 'svg') return session.emit(await picture(what, result));
  if (format === 'json') return session.printJson({ ...result, ...(explanations && { explanations }) });
  await SHOW[what](session, result, view);
  if (!explanations || format === 'csv') return;
  for (const [name, { formula, source }] of Object.entries(explanations))
    await session.print(`\n${session.colours.bold(name)}: ${formula}\n  ${source}`);
}

async function picture<What extends ChangeAnalysis>(what: What, result: ChangeResults[What]): Promise<string> {
  const { PICTURES } = await import('./pictures.ts');
  const draw = PICTURES[what];
  if (draw) return draw(result);
  throw new DemarcheError('usage', `${what} has no picture`, { hint: `${Object.keys(PICTURES).join(', ')} have one` });
}

const SHOW: {
  readonly [What in ChangeAnalysis]: (session: Session, result: ChangeResults[What], view: ChangeView) => Promise<void>;
} = {
  timeline: async (session, { entries, undated }, view) => {
    await sayUndated(session, undated);
    await rows(session, view, entries, [
      { heading: 'when', value: (entry) => entry.window },
      { heading: 'who', value: (entry) => entry.sourceLabel },
      { heading: 'about', value: (entry) => entry.targetLabel ?? '(no actor)' },
      { heading: 'supports', value: (entry) => entry.supports },
      { heading: 'opposes', value: (entry) => entry.opposes },
    ]);
    for (const entry of entries) await words(session, view, `${entry.window} ${pairOf(entry)}`, entry.claims);
  },
  topics: async (session, { stances }, view) => {
    await rows(session, view, stances, [
      { heading: 'who', value: (stance) => stance.actorLabel },
      { heading: 'topic', value: (stance) => topicName(stance.topic) },
      { heading: 'for', value: (stance) => stance.supports },
      { heading: 'against', value: (stance) => stance.opposes },
      { heading: 'net', value: (stance) => stance.net, digits: 2 },
    ]);
    for (const stance of stances) await words(session, view, `${stance.actorLabel} on ${topicName(stance.topic)}`, stance.claims);
  },
  changes: async (session, { changes }, view) => {
    await rows(session, view, changes, [
      { heading: 'who', value: (change) => change.sourceLabel },
      { heading: 'about', value: (change) => change.targetLabel ?? '(no actor)' },
      { heading: 'topic', value: (change) => change.topic && topicName(change.topic) },
      { heading: 'what', value: (change) => change.kind },
      { heading: 'for', value: (change) => sideText(change.supports, change.firstSupport, change.lastSupport) },
      { heading: 'against', value: (change) => sideText(change.opposes, change.firstOppose, change.lastOppose) },
      { heading: 'since', value: (change) => change.changes.map(({ day, p }) => `${day} (p = ${p.toFixed(3)})`) },
    ]);
    for (const change of changes)
      if (change.kind !== 'steady')
        await words(session, view, pairOf(change), [...change.claims.support, ...change.claims.oppose]);
  },
  polarization: async (session, { points, changes, undated, withoutTopic }, view) => {
    await sayUndated(session, undated);
    if (withoutTopic > 0) await session.say(`note: ${withoutTopic} claims belong to no topic and count nowhere`);
    const mark = (measure: keyof typeof changes) => (point: { readonly window: string }) =>
      changes[measure].find(({ window }) => window === point.window)?.p;
    await rows(
      session,
      view,
      points.filter(({ claims }) => claims > 0),
      [
        { heading: 'when', value: (point) => point.window },
        { heading: 'actors', value: (point) => point.actors },
        { heading: 'claims', value: (point) => point.claims },
        { heading: 'Esteban-Ray', value: (point) => point.estebanRay, digits: 3 },
        { heading: 'changed, p', value: mark('estebanRay'), digits: 3 },
        { heading: 'modularity', value: (point) => point.modularity, digits: 3 },
        { heading: 'changed, p', value: mark('modularity'), digits: 3 },
      ],
    );
  },
  fragility: async (session, { ties, resamples }, view) => {
    await session.say(`note: intervals and stability from ${resamples} draws of the articles`);
    await rows(session, view, ties, [
      { heading: 'who', value: (tie) => tie.sourceLabel },
      { heading: 'stance', value: (tie) => (tie.sign > 0 ? 'supports' : 'opposes') },
      { heading: 'whom', value: (tie) => tie.targetLabel },
      { heading: 'for', value: (tie) => tie.supports },
      { heading: 'against', value: (tie) => tie.opposes },
      { heading: 'articles', value: (tie) => tie.articles },
      { heading: 'to flip', value: (tie) => tie.articlesToFlip },
      { heading: 'outlets to flip', value: (tie) => tie.outletsToFlip },
      { heading: 'net', value: (tie) => tie.net, digits: 2 },
      { heading: '95%', value: (tie) => `${tie.interval[0].toFixed(2)} to ${tie.interval[1].toFixed(2)}` },
      { heading: 'stable', value: (tie) => tie.stability, digits: 2 },
      { heading: 'sure', value: (tie) => tie.confidence, digits: 2 },
    ]);
    for (const tie of ties) await words(session, view, pairOf(tie), tie.claims);
  },
};

/** "3, 2024-07-11 to 2024-08-02": how many claims, and from when to when. */
const sideText = (count: number, first: string | null, last: string | null): string =>
  first === null || last === null ? String(count) : `${count}, ${first === last ? first : `${first} to ${last}`}`;

const topicName = (topic: string): string => topic.replace(/^topic:/, '');

const pairOf = ({ sourceLabel, targetLabel }: { readonly sourceLabel: string; readonly targetLabel: string | null }): string =>
  `${sourceLabel} → ${targetLabel ?? '(no actor)'}`;

async function sayUndated(session: Session, undated: number): Promise<void> {
  if (undated > 0) await session.say(`note: ${undated} claims have no day and count nowhere`);
}

async function words(session: Session, { format, reasons }: ChangeView, head: string, claims: readonly string[]): Promise<void> {
  if (reasons.size === 0 || format === 'csv') return;
  const lines = reasonList(inReadingOrder(claims.flatMap((claim) => reasons.get(claim) ?? [])), session.colours);
  await session.print(`\n${[session.colours.bold(head), ...lines].join('\n')}`);
}

function rows<Row>(
  session: Session,
  { format }: ChangeView,
  all: readonly Row[],
  columns: readonly Column<Row>[],
): Promise<void> {
  if (format === 'csv') return session.emit(csv(all, columns));
  const text = table(all, columns, { width: session.io.stdout.columns, color: session.colours.isColorSupported });
  return session.print(all.length === 0 ? `${text}(no rows)` : text);
}
