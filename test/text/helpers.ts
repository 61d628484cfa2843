import type { Document } from '../../src/model/document.ts';
import { type ReadOptions, readDocument } from '../../src/text/document.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (text: string, options: Partial<ReadOptions> = {}): Document =>
  readDocument(utf8(text), { name: 'a.txt', ...options });

/** The blocks as `kind|text`, line breaks shown as `\n`. */
export const blocksOf = (document: Document): string[] =>
  document.blocks.map((block) => `${block.kind}|${document.text.slice(block.start, block.end).replaceAll('\n', '\\n')}`);

/** The kinds of the blocks, in order. */
export const kindsOf = (document: Document): string => document.blocks.map((block) => block.kind).join(' ');
