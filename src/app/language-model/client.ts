import { setTimeout as sleep } from 'node:timers/promises';
import { DemarcheError } from '../../model/errors.ts';
import { exchange, type HttpAnswer } from '../../store/remote/http.ts';
import type { LanguageModel } from '../ports.ts';
import type { ModelChoice } from './choice.ts';
import type { Messages } from './prompt.ts';

/** Times a model is asked before it is given up. */
const ATTEMPTS = 3;
/** Milliseconds before the second attempt; each further one waits twice as long. */
const FIRST_WAIT = 500;
/** Longest wait that a server may ask for. */
const LONGEST_WAIT = 30_000;
/** An answer is a few kilobytes. */
const MAX_BYTES = 4_000_000;

const HINTS: Readonly<Record<number, string>> = {
  400: 'see whether the server knows the model and takes articles of this length',
  401: 'put a valid key into DEMARCHE_LM_KEY',
  403: 'this key may not use the model',
  404: 'check the address and the name of the model',
  413: 'the article is too long for this server',
};

const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** One line of printable characters: what a server says goes to a terminal. */
const shown = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 160);

function refusal(choice: ModelChoice, { status, text }: HttpAnswer): DemarcheError {
  const { origin } = new URL(choice.url);
  // A server may repeat the key in its complaint.
  const said = shown(choice.key ? text.replaceAll(choice.key, '***') : text);
  return new DemarcheError('network', `${origin} answered ${status}${said ? `: ${said}` : ''}`, {
    hint: HINTS[status] ?? 'see the log of that server',
  });
}

function bodyOf(choice: ModelChoice, { system, user }: Messages, schema: object | null): string {
  const format = { type: 'json_schema', json_schema: { name: 'extraction', strict: true, schema } };
  return JSON.stringify({
    model: choice.model,
    temperature: 0,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    ...(schema === null ? {} : { response_format: format }),
  });
}

/** The words of the first choice. @throws DemarcheError (kind `input`) where there are none */
function contentOf(choice: ModelChoice, text: string): string {
  try {
    const [first] = JSON.parse(text).choices;
    if (first.finish_reason === 'length')
      throw new DemarcheError('input', `${choice.model} broke its answer off`, {
        hint: 'raise the longest answer on that server, or split the article',
      });
    if (typeof first.message.content === 'string') return first.message.content;
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
  }
  throw new DemarcheError('input', `${new URL(choice.url).origin} did not answer as a chat-completions server does`, {
    hint: 'check the address',
  });
}

interface Patience {
  readonly attempts?: number;
  readonly firstWaitMs?: number;
}

/** A language model behind an OpenAI-compatible chat-completions server. */
export class ChatCompletions implements LanguageModel {
  readonly name: string;
  readonly #choice: ModelChoice;
  readonly #attempts: number;
  readonly #firstWait: number;
  /** False once the server has refused to hold the model to a schema. */
  #takesSchema = true;

  constructor(choice: ModelChoice, { attempts = ATTEMPTS, firstWaitMs = FIRST_WAIT }: Patience = {}) {
    this.name = choice.model;
    this.#choice = choice;
    this.#attempts = attempts;
    this.#firstWait = firstWaitMs;
  }

  async complete(messages: Messages, schema: object): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const last = attempt >= this.#attempts;
      const answer = await this.#ask(messages, schema).catch((error: unknown) => {
        if (last) throw error;
        return null;
      });
      if (answer && answer.status >= 200 && answer.status < 300) return contentOf(this.#choice, answer.text);
      if (answer && (last || !isPassing(answer.status))) throw refusal(this.#choice, answer);
      await sleep(Math.min(this.#firstWait * 2 ** (attempt - 1), LONGEST_WAIT));
    }
  }

  async #ask(messages: Messages, schema: object): Promise<HttpAnswer> {
    const answer = await this.#send(bodyOf(this.#choice, messages, this.#takesSchema ? schema : null));
    const refuses =
      this.#takesSchema && (answer.status === 400 || answer.status === 422) && /response_format|schema/.test(answer.text);
    if (!refuses) return answer;
    this.#takesSchema = false;
    return this.#send(bodyOf(this.#choice, messages, null));
  }

  #send(body: string): Promise<HttpAnswer> {
    const { url, key, timeoutMs } = this.#choice;
    return exchange(
      { method: 'POST', url, headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body },
      { timeoutMs, maxBytes: MAX_BYTES, ...(key === null ? {} : { credentials: { token: key } }) },
    );
  }
}
