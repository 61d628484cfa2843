import type { Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Quad } from '../rdf/factory.ts';
import { toQuads } from '../rdf/mapping.ts';
import { version } from './package.ts';
import type { ArticleReader } from './reader.ts';
import { verifySpans } from './verify.ts';

/** An article's extraction, checked to be verbatim, and its named graph. */
export function graphOf(reader: ArticleReader, document: Document, base: string): { extraction: Extraction; quads: Quad[] } {
  const { extraction, sentences } = reader.read(document);
  verifySpans(document, extraction);
  const quads = toQuads({ document, extraction, sentences }, { version: version(), base, actors: reader.lexicon.actors });
  return { extraction, quads };
}
