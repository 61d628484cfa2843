import { createHash, randomBytes } from 'node:crypto';

/* HTTP Digest access authentication (RFC 7616), as far as servers ask for it: MD5 or SHA-256, `auth` or no protection. */

const ALGORITHMS: Readonly<Record<string, string>> = { md5: 'md5', 'sha-256': 'sha256' };

const parametersOf = (challenge: string): ReadonlyMap<string, string> =>
  new Map(
    [...challenge.matchAll(/([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)].map(([, name, quoted, plain]) => [
      name!.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? plain!,
    ]),
  );

/** The header that answers a challenge; null where the challenge asks for what is not known here. */
export const digestAuthorization = (
  challenge: string,
  { method, url }: { readonly method: string; readonly url: string },
  user: string,
  password: string,
  clientNonce: string = randomBytes(16).toString('hex'),
): string | null => {
  const parameters = parametersOf(challenge);
  const algorithm = parameters.get('algorithm') ?? 'MD5';
  const hashName = ALGORITHMS[algorithm.toLowerCase()];
  const nonce = parameters.get('nonce');
  if (hashName === undefined || nonce === undefined) return null;
  const hash = (text: string): string => createHash(hashName).update(text, 'utf8').digest('hex');
  const realm = parameters.get('realm') ?? '';
  const { pathname, search } = new URL(url);
  const uri = pathname + search;
  const protects = (parameters.get('qop') ?? '').split(',').some((each) => each.trim() === 'auth');
  const [own, asked] = [hash(`${user}:${realm}:${password}`), hash(`${method}:${uri}`)];
  const count = '00000001';
  const response = protects
    ? hash([own, nonce, count, clientNonce, 'auth', asked].join(':'))
    : hash([own, nonce, asked].join(':'));
  const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const fields = [
    `username=${quote(user)}`,
    `realm=${quote(realm)}`,
    `nonce=${quote(nonce)}`,
    `uri=${quote(uri)}`,
    `algorithm=${algorithm}`,
    `response=${quote(response)}`,
    ...(protects ? ['qop=auth', `nc=${count}`, `cnonce=${quote(clientNonce)}`] : []),
    ...(parameters.has('opaque') ? [`opaque=${quote(parameters.get('opaque')!)}`] : []),
  ];
  return `Digest ${fields.join(', ')}`;
};
