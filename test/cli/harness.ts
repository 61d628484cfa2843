import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Io, Sink } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** Both output streams are terminals. */
  readonly terminal?: boolean;
}

/** Runs a command line in this process, with its streams captured. */
export async function demarche(args: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const sink = (into: string[]): Sink => ({
    isTerminal: setting.terminal ?? false,
    columns: 100,
    write: async (text) => void into.push(text),
  });
  const stdin = setting.stdin ?? '';
  const io: Io = {
    stdout: sink(out),
    stderr: sink(err),
    readStdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env: setting.env ?? {},
  };
  const code = await run(args, io);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** A folder of its own, gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files (paths relative to the folder) and returns the folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Messages are one line each and never a stack trace. */
export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
