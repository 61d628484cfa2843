import { loadReader } from '../../src/app/reader.ts';
import type { Extraction } from '../../src/model/extraction.ts';

/** What is read out of a text published on Wednesday 17 May 2023. */
export function extract(text: string, name = 'article.txt'): Extraction {
  const reader = loadReader();
  const bytes = new TextEncoder().encode(text);
  return reader.read(reader.document({ name, bytes, metadata: { published: '2023-05-17' } })).extraction;
}
