import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../model/document.ts';
import { explainFileError } from '../node-files.ts';
import { PACKAGE_ROOT } from '../package.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** What a model is told of every article. */
export interface Prompt {
  readonly instructions: string;
  readonly schema: object;
  readonly sha256: string;
}

/** @throws DemarcheError where the shipped instructions cannot be read */
export function loadPrompt(schema: object): Prompt {
  const path = join(PACKAGE_ROOT, 'data', 'prompts', 'extraction.md');
  try {
    const instructions = readFileSync(path, 'utf8').replace('{{schema}}', () => JSON.stringify(schema));
    return { instructions, schema, sha256: sha256(instructions) };
  } catch (error) {
    throw explainFileError(error, path);
  }
}

export interface Messages {
  readonly system: string;
  readonly user: string;
}

/**
 * The messages for one article. The mark around the article is a hash of instructions and text: nobody who writes an article can
 * put the mark of that article into it, and the same article gives the same messages.
 */
export function messagesFor(prompt: Prompt, document: Document): Messages {
  const mark = sha256(`${prompt.sha256} ${document.text}`).slice(0, 24);
  return {
    system: prompt.instructions.replaceAll('{{mark}}', mark),
    user: [`ARTICLE BEGINS ${mark}`, document.text, `ARTICLE ENDS ${mark}`].join('\n'),
  };
}
