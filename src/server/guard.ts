import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../app/endpoint/problems.ts';

/** Who may ask. */
export interface Access {
  /** Names by which the server may be asked, without port. */
  readonly hostNames: ReadonlySet<string>;
  /** Origins of pages that may ask from other sites; `*` for any. */
  readonly origins: readonly string[];
  readonly token: string | null;
}

const hostNameOf = (host: string): string | null => {
  try {
    return new URL(`http://${host}`).hostname.replace(/\.$/, '');
  } catch {
    return null;
  }
};

/**
 * A page of another site can make its own name point here (DNS rebinding), but it cannot make the browser send another name:
 * so only the names of this server are answered, or the bare address that was asked.
 */
const checkHost = (request: IncomingMessage, { hostNames }: Access): void => {
  const name = hostNameOf(request.headers.host ?? '');
  const address = request.socket.localAddress?.replace(/^::ffff:/, '');
  const bare = name?.replace(/^\[|\]$/g, '');
  if (name !== null && (hostNames.has(name) || (bare !== undefined && bare === address))) return;
  throw new ProblemError('wrong-host', 'ask by the name that the server was started with, or list this one with --host-name');
};

/** The origin that is to be allowed in the answer; null where the request is not from another site. */
export const allowedOrigin = (request: IncomingMessage, { origins }: Access): string | null => {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined) {
    if (site === 'cross-site' || site === 'same-site') return refuseOrigin();
    return null;
  }
  if (origin === `http://${host}` || origin === `https://${host}`) return null;
  if (origins.includes('*')) return '*';
  return origins.includes(origin) ? origin : refuseOrigin();
};

const refuseOrigin = (): never => {
  throw new ProblemError('cross-origin', 'pages of other sites may ask only if the server was started with --cors');
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const checkToken = (request: IncomingMessage, url: URL, { token }: Access): void => {
  if (url.searchParams.has('access_token')) throw new ProblemError('bad-request', 'a token may not stand in an address');
  if (token === null) return;
  const [, given = ''] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? [];
  // Equal lengths, and a comparison that takes as long wherever they differ.
  if (!timingSafeEqual(digest(given), digest(token))) throw new ProblemError('unauthorized', 'send Authorization: Bearer TOKEN');
};

/**
 * Lets a request pass, or not.
 * @returns the origin to allow in the answer
 * @throws ProblemError
 */
export const admit = (request: IncomingMessage, url: URL, access: Access): string | null => {
  checkHost(request, access);
  const origin = allowedOrigin(request, access);
  // A browser asks first without the token (Fetch standard, CORS-preflight).
  if (request.method !== 'OPTIONS') checkToken(request, url, access);
  return origin;
};
