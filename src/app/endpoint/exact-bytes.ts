import { once } from 'node:events';
import type { Readable } from 'node:stream';

const next = async (stream: Readable, most: number): Promise<Buffer | null> => {
  for (;;) {
    if (stream.destroyed || stream.readableEnded) return null;
    const size = Math.min(most, stream.readableLength);
    const chunk: Buffer | null = size > 0 ? stream.read(size) : stream.read(0);
    if (chunk) return chunk;
    // `end` and `close` come without `readable` where the writer has died.
    const gone = new AbortController();
    await Promise.race(['readable', 'end', 'close'].map((event) => once(stream, event, { signal: gone.signal }))).catch(
      () => undefined,
    );
    gone.abort();
  }
};

/**
 * The next bytes of a stream, exactly so many. Whoever stops reading early leaves the rest to be thrown away, so that what
 * follows in the stream starts at the right place.
 * @throws Error where the stream ends before
 */
export async function* exactly(stream: Readable, length: number): AsyncGenerator<Buffer> {
  let left = length;
  const take = async (): Promise<Buffer> => {
    const chunk = await next(stream, left);
    if (chunk === null) throw new Error('the answer broke off');
    left -= chunk.length;
    return chunk;
  };
  try {
    while (left > 0) yield await take();
  } finally {
    while (left > 0 && !stream.destroyed && !stream.readableEnded) await take();
  }
}
