import type { ArticleReader, Reading } from '../../app/reader.ts';
import type { Document } from '../../model/document.ts';
import type { GoldSentence } from './gold.ts';

/** A sentence of a corpus as a document of one paragraph: it is no headline, and nobody knows its outlet or date. */
const documentOf = ({ text, line }: GoldSentence): Document => ({
  id: `line-${line}`,
  text,
  blocks: [{ kind: 'paragraph', start: text.length - text.trimStart().length, end: text.trimEnd().length }],
  dateline: null,
  title: null,
  outlet: null,
  agencies: [],
  page: null,
  published: null,
  language: 'en',
  sha256: '',
  textSha256: '',
});

/** Reads a sentence with its two marked names as the parties. */
export const readSentence = (reader: ArticleReader, sentence: GoldSentence): Reading =>
  reader.read(documentOf(sentence), { parties: [sentence.p, sentence.q] });
