/** One line of the log. Neither tokens nor addresses with their parameters stand in it. */
export interface LogEntry {
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [field: string]: string | number | undefined;
}

export type Log = (entry: Omit<LogEntry, 'time'>) => void;

/** JSON lines. */
export const jsonLog =
  (write: (line: string) => void, now: () => Date = () => new Date()): Log =>
  (entry) =>
    write(`${JSON.stringify({ time: now().toISOString(), ...entry })}\n`);
