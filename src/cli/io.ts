import type { Readable, Writable } from 'node:stream';

/** Somewhere text goes. */
export interface Sink {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Characters per line, where known. */
  readonly columns: number | undefined;
}

/** All that a run of the command line touches besides files. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readStdin(): Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type TerminalStream = Writable & { isTTY?: boolean; columns?: number };

/** A sink over a stream that waits while the reader is slow and falls silent when the reader has gone. */
export function sinkOf(stream: TerminalStream): Sink {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    gone = true;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write(text) {
      if (gone || stream.destroyed) return Promise.resolve();
      return new Promise((resolve) => {
        // The callback also comes with the error when the pipe breaks, so nobody waits for a reader that has gone.
        stream.write(text, () => resolve());
      });
    },
  };
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** The process's own streams and environment. */
export const processIo = (): Io => ({
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  readStdin: () => readAll(process.stdin),
  env: process.env,
});
