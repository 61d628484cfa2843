import { fromAnswer } from '../../extraction/answer/index.ts';
import { answerSchema, checkAnswer } from '../../extraction/answer/schema.ts';
import type { Document } from '../../model/document.ts';
import { DemarcheError } from '../../model/errors.ts';
import type { LanguageModel } from '../ports.ts';
import type { ArticleReader, Reading } from '../reader.ts';
import { loadPrompt, messagesFor, type Prompt } from './prompt.ts';

/** Times a model may answer in a form that was not asked for. */
const TRIES = 2;

/** The JSON value of an answer, also where the model wrapped it in a code fence. */
function jsonOf(content: string): unknown {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(content);
  try {
    return JSON.parse(fenced ? fenced[1]! : content);
  } catch {
    return undefined;
  }
}

/** Reads articles by a language model. What its answers claim is kept only where the article has the words. */
export class ModelReader {
  readonly #model: LanguageModel;
  readonly #reader: ArticleReader;
  readonly #prompt: Prompt;

  constructor(model: LanguageModel, reader: ArticleReader) {
    this.#model = model;
    this.#reader = reader;
    this.#prompt = loadPrompt(answerSchema());
  }

  /** @throws DemarcheError (kind `network` where no answer comes, `input` where none is usable) */
  async read(document: Document): Promise<Reading> {
    const messages = messagesFor(this.#prompt, document);
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const checked = checkAnswer(jsonOf(await this.#model.complete(messages, this.#prompt.schema)));
      if (!checked) continue;
      const origin = { model: this.#model.name, promptSha256: this.#prompt.sha256 };
      const sentences = this.#reader.sentences(document);
      const extraction = fromAnswer({ document, sentences, lexicon: this.#reader.lexicon }, checked, origin);
      return { extraction, sentences, nearly: [] };
    }
    throw new DemarcheError('input', `${this.#model.name} did not answer in the form asked for, ${TRIES} times`, {
      hint: 'use a model that can write JSON by a schema',
    });
  }
}

/** What an extraction depends on beside the program and the codebook, where a model makes it. */
export const modelIdentity = (name: string): string => `${name} ${loadPrompt(answerSchema()).sha256}`;
