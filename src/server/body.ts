import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../app/endpoint/problems.ts';

/** The longest body that is read: a query is a text that people write. */
export const MOST_BODY_BYTES = 1024 * 1024;
/** What comes beyond is thrown away, so that the sender gets to read the answer; but not for ever. */
const MOST_DISCARDED_BYTES = 64 * 1024 * 1024;

const tooLarge = (): ProblemError => new ProblemError('too-large', `a query may have at most ${MOST_BODY_BYTES} bytes`);

const discard = async (request: IncomingMessage): Promise<void> => {
  let seen = 0;
  for await (const chunk of request) {
    seen += (chunk as Buffer).length;
    if (seen > MOST_DISCARDED_BYTES) return;
  }
};

/**
 * The body's bytes.
 * @throws ProblemError (`too-large`)
 */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  // Breaking off would destroy the connection before the answer is read.
  const iterator = request.iterator({ destroyOnReturn: false });
  for await (const chunk of iterator) {
    length += (chunk as Buffer).length;
    if (length > MOST_BODY_BYTES) {
      await discard(request);
      throw tooLarge();
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
};

/** @throws ProblemError where the bytes are not UTF-8 */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('bad-request', 'the body is not UTF-8');
  }
};
