import type { Document } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import { parseObject, showJson } from './json.ts';
import type { ArticleRecord } from './types.ts';

/** Version tag of `articles/<id>.json`. */
const SCHEMA = 'demarche/article/1';

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

/** @throws DemarcheError (kind `store`) for an id that could not name a file or would lead out of the base */
export const assertSafeId = (id: string): void => {
  if (!SAFE_ID.test(id))
    throw new DemarcheError('store', `${JSON.stringify(id.slice(0, 60)).replace(/[^\x20-\x7e]/g, '?')} cannot be an article id`, {
      hint: 'ids hold letters, digits, "-", "_" and "." only',
    });
};

/** What the base notes of an article, without its text. */
export const showRecord = (document: Document, buildKey: string): string => {
  const { text: _, ...rest } = document;
  return showJson({ schema: SCHEMA, buildKey, document: rest });
};

/** @throws DemarcheError (kind `store`) where the file is damaged */
export const parseRecord = (text: string, file: string, id: string): ArticleRecord => {
  const hint = 'restore it from version control, or build the article again';
  const value = parseObject(text, file, hint);
  const document = value.document as ArticleRecord['document'] | undefined;
  const strings = [document?.id, document?.sha256, document?.textSha256, document?.language, value.buildKey];
  const whole = value.schema === SCHEMA && strings.every((each) => typeof each === 'string') && Array.isArray(document?.blocks);
  if (!whole) throw new DemarcheError('store', 'is no article record of this version', { location: { file }, hint });
  if (document!.id !== id)
    throw new DemarcheError('store', `describes another article (${document!.id})`, { location: { file }, hint });
  return { document: document!, buildKey: value.buildKey as string };
};
