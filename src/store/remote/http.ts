import { DemarcheError } from '../../model/errors.ts';
import { digestAuthorization } from './digest.ts';

/** Who one is to a remote server: a token, or a name and password (RFC 6750, 7617, 7616). */
export type Credentials = { readonly token: string } | { readonly user: string; readonly password: string };

export interface HttpOptions {
  readonly credentials?: Credentials;
  /** Milliseconds for one exchange. */
  readonly timeoutMs?: number;
  /** Longest answer that is read. */
  readonly maxBytes?: number;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_MAX_BYTES = 512 * 1024 * 1024;

/** A URL for messages: without parameters, user and password. */
const shown = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
};

const fail = (url: string, message: string, hint: string, cause?: unknown): never => {
  throw new DemarcheError('network', `${shown(url)} ${message}`, { hint, cause });
};

const readText = async (response: Response, url: string, maxBytes: number): Promise<string> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > maxBytes) fail(url, `answered more than ${maxBytes} bytes`, 'ask for less');
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
};

/** Answers a server's challenge; null where there is nothing to answer it with. */
const authorizationFor = (challenge: string, request: HttpRequest, credentials: Credentials): string | null => {
  if ('token' in credentials) return null;
  const { user, password } = credentials;
  if (/^digest\b/i.test(challenge)) return digestAuthorization(challenge, request, user, password);
  return /\bbasic\b/i.test(challenge) ? `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` : null;
};

const send = async (request: HttpRequest, authorization: string | null, timeoutMs: number): Promise<Response> => {
  const { method, url, headers = {}, body } = request;
  const all = { ...headers, ...(authorization === null ? {} : { Authorization: authorization }) };
  try {
    // A redirection could lead anywhere, with the password.
    const options = { method, headers: all, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) } as const;
    return await fetch(url, body === undefined ? options : { ...options, body });
  } catch (cause) {
    const isSlow = cause instanceof DOMException && cause.name === 'TimeoutError';
    return fail(
      url,
      isSlow ? `did not answer within ${timeoutMs / 1000} s` : 'cannot be reached',
      'check the address, and that the server runs',
      cause,
    );
  }
};

/**
 * One exchange with a remote server; redirections are not followed.
 * @throws DemarcheError (kind `network`) where no answer comes; an answer of any status is returned
 */
export const exchange = async (request: HttpRequest, options: HttpOptions = {}): Promise<HttpAnswer> => {
  const { credentials, timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES } = options;
  const bearer = credentials && 'token' in credentials ? `Bearer ${credentials.token}` : null;
  let response = await send(request, bearer, timeoutMs);
  const challenge = response.headers.get('www-authenticate');
  if (response.status === 401 && challenge !== null && credentials) {
    const authorization = authorizationFor(challenge, request, credentials);
    await response.body?.cancel();
    if (authorization !== null) response = await send(request, authorization, timeoutMs);
  }
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: response.bodyUsed ? '' : await readText(response, request.url, maxBytes),
  };
};

const HINTS: Readonly<Record<number, string>> = {
  401: 'give user and password, or a token',
  403: 'this user may not do that there',
  404: 'check the address',
  405: 'check the address: it does not take this method',
};

/** @throws DemarcheError (kind `network`) where the answer is no success */
export const assertSuccess = (answer: HttpAnswer, url: string): HttpAnswer => {
  if (answer.status >= 200 && answer.status < 300) return answer;
  const said = answer.text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 200);
  return fail(url, `answered ${answer.status}${said ? `: ${said}` : ''}`, HINTS[answer.status] ?? 'see the log of that server');
};
