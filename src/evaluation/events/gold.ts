import { DemarcheError } from '../../model/errors.ts';

/** One coded event of a text, as the PLOVER gold-standard records give it. */
export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  /** Type of the current codebook. */
  readonly type: string;
  /** Words that name the parties. */
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** Types of version 0.5 that the current codebook has folded into others. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['DEMAND', 'REQUEST'],
  ['DISAPPROVE', 'ACCUSE'],
  ['INVESTIGATE', 'ACCUSE'],
  ['FIGHT', 'ASSAULT'],
]);

/**
 * Reads a JSON array of records with `text`, `event`, `source` and `target`.
 * @throws DemarcheError kind `input`.
 */
export function parseRecords(file: string, json: string): GoldRecord[] {
  let rows: unknown;
  try {
    rows = JSON.parse(json);
  } catch (cause) {
    throw new DemarcheError('input', 'not JSON', { location: { file }, cause });
  }
  if (!Array.isArray(rows))
    throw new DemarcheError('input', 'no array of records', {
      location: { file },
      hint: 'the format is that of the PLOVER gold-standard records',
    });
  return rows.map((row: Record<string, unknown>, i) => {
    const { id, text, event } = row;
    if (typeof text !== 'string' || typeof event !== 'string')
      throw new DemarcheError('input', `record ${i + 1} has no "text" or no "event"`, { location: { file } });
    const name = typeof id === 'string' ? id : `record ${i + 1}`;
    return { id: name, text, type: RENAMED.get(event) ?? event, source: parties(row.source), target: parties(row.target) };
  });
}

/** Names of the actors of a role; the records leave it out, leave it empty or list objects. */
const parties = (role: unknown): string[] =>
  Array.isArray(role)
    ? role.flatMap((one: { actorText?: unknown }) => (typeof one?.actorText === 'string' ? [one.actorText] : []))
    : [];
