import { DemarcheError } from '../../model/errors.ts';

/** A language model on an OpenAI-compatible server. */
export interface ModelChoice {
  /** Address of chat completions. */
  readonly url: string;
  readonly model: string;
  /** Sent as bearer token; null where the server wants none. */
  readonly key: string | null;
  /** Milliseconds for one answer. */
  readonly timeoutMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const HINT = 'rules, or openai:URL#MODEL, e.g. openai:http://localhost:8080/v1#NAME; a key stands in DEMARCHE_LM_KEY';
const DEFAULT_SECONDS = 120;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const usage = (message: string, hint = HINT): DemarcheError => new DemarcheError('usage', message, { hint });

function secondsOf(env: Environment): number {
  const said = env.DEMARCHE_LM_TIMEOUT;
  if (!said) return DEFAULT_SECONDS;
  const seconds = Number(said);
  if (/^\d{1,4}(?:\.\d+)?$/.test(said) && seconds > 0) return seconds;
  throw usage(`DEMARCHE_LM_TIMEOUT "${said}" is no number of seconds`, 'give e.g. 120');
}

function addressOf(address: string): URL {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) throw usage(`"${address}" is no address of a server`);
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') throw usage('the address of the model holds a user or password');
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
  return url;
}

/**
 * What `--extractor` says: `rules` (the default, offline), or `openai:URL#MODEL`; null stands for the rules. The key comes from
 * the environment alone, and goes to no other machine without encryption.
 * @throws DemarcheError (kind `usage`)
 */
export function readExtractorChoice(text: string, env: Environment): ModelChoice | null {
  if (text === 'rules') return null;
  if (!text.startsWith('openai:')) throw usage(`there is no extractor "${text}"`);
  const [, address = '', model = ''] = /^openai:([^#]*)#?(.*)$/s.exec(text)!;
  const url = addressOf(address);
  const name = model.trim();
  if (name === '' || name.length > 200) throw usage(`"${text}" names no model`);
  const key = env.DEMARCHE_LM_KEY || null;
  if (key !== null && url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw usage('DEMARCHE_LM_KEY would cross the network unencrypted', 'use https, or unset the key');
  return { url: url.href, model: name, key, timeoutMs: secondsOf(env) * 1000 };
}
