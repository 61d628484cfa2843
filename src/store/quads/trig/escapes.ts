import { isWellFormed } from '../../../rdf/terms.ts';

const IN_STRING = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"'\\])|)/g;
const IN_IRI = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|())/g;
const SINGLE: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };

/** A text with its escapes replaced (RDF 1.1 Turtle, section 6.4); null where one of them is none. */
const replaced = (text: string, escapes: RegExp): string | null => {
  let isRight = true;
  const result = text.replace(escapes, (_all, short?: string, long?: string, single?: string) => {
    if (single) return SINGLE[single] ?? single;
    const code = Number.parseInt(short ?? long ?? '', 16);
    isRight &&= code <= 0x10ffff;
    return isRight ? String.fromCodePoint(code) : '';
  });
  return isRight && isWellFormed(result) ? result : null;
};

export const unescapeString = (text: string): string | null => replaced(text, IN_STRING);

export const unescapeIri = (text: string): string | null => {
  const result = replaced(text, IN_IRI);
  return result === null || /[\x00-\x20<>"{}|^`\\]/.test(result) ? null : result;
};

export const unescapeLocal = (text: string): string => text.replace(/\\(.)/g, '$1');
