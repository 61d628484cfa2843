import { DemarcheError } from '../model/errors.ts';
import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { isAbsoluteIri } from '../rdf/terms.ts';
import { parseObject, showJson } from './json.ts';
import { KEEP_TEXT, type KeepText, type Settings } from './types.ts';

/** Version tag of the folder layout. */
const SCHEMA = 'demarche/kb/1';

export const DEFAULT_SETTINGS: Settings = { base: DEFAULT_BASE, keepText: 'all' };

/** @throws DemarcheError (kind `store`) that names what is wrong in `kb.json` */
export const parseSettings = (text: string, file: string): Settings => {
  const value = parseObject(text, file, 'restore kb.json from version control');
  const fail = (message: string, hint: string): never => {
    throw new DemarcheError('store', message, { location: { file }, hint });
  };
  if (value.schema !== SCHEMA) fail(`unknown schema ${JSON.stringify(value.schema)}`, `this program reads ${SCHEMA}`);
  const { base = DEFAULT_SETTINGS.base, keepText = DEFAULT_SETTINGS.keepText } = value;
  if (typeof base !== 'string' || !isAbsoluteIri(base) || !/[/#]$/.test(base))
    fail('"base" is no absolute IRI that ends in / or #', `for instance ${DEFAULT_BASE}`);
  if (!KEEP_TEXT.includes(keepText as KeepText)) fail('"keepText" is unknown', `one of ${KEEP_TEXT.join(', ')}`);
  return { base: base as string, keepText: keepText as KeepText };
};

export const showSettings = (settings: Settings): string =>
  showJson({ schema: SCHEMA, base: settings.base, keepText: settings.keepText });
