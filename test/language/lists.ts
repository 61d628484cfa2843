import { readFileSync } from 'node:fs';
import { SentenceSplitter } from '../../src/language/sentences.ts';
import { type AbbreviationKind, Tokenizer } from '../../src/language/tokenizer.ts';

const rows = (name: string): string[][] =>
  readFileSync(new URL(`../../data/language/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

const abbreviations = new Map(rows('abbreviations').map(([form, kind]) => [form!, kind as AbbreviationKind]));

/** Tokenizer and splitter over the committed word lists. */
export const tokenizer = new Tokenizer({ abbreviations, prefixes: new Set(rows('prefixes').map(([prefix]) => prefix!)) });
export const splitter = new SentenceSplitter({
  abbreviations,
  starters: new Set(['the', 'he', 'she', 'it', 'in', 'we', 'but', 'they', 'i']),
  reporting: new Set(rows('reporting').map(([form]) => form!)),
});

/** The words of a text. */
export const wordsOf = (text: string): string[] => tokenizer.tokenize(text).map(({ start, end }) => text.slice(start, end));

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] => {
  const spans = tokenizer.tokenize(text);
  return splitter.split(text, spans).map(([from, to]) => text.slice(spans[from]!.start, spans[to - 1]!.end));
};
