import type { Document } from '../model/document.ts';
import type { Quad } from '../rdf/factory.ts';
import { toQuads } from '../rdf/mapping.ts';
import { version } from './package.ts';
import type { ArticleReader, Reading } from './reader.ts';
import { verifySpans } from './verify.ts';

/** The named graph of an article's extraction, which is checked to be verbatim. */
export function graphOf(
  document: Document,
  { extraction, sentences }: Reading,
  { lexicon }: Pick<ArticleReader, 'lexicon'>,
  base: string,
): Quad[] {
  verifySpans(document, extraction);
  return toQuads({ document, extraction, sentences }, { version: version(), base, actors: lexicon.actors });
}
