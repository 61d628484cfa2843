import { iri } from '../../rdf/factory.ts';

/** A regular expression of XPath (F&O, section 5.6) as JavaScript's; null where it or its flags are no such expression. */
export const regularExpression = (pattern: string, flags: string, global: boolean): RegExp | null => {
  if (!/^[smixq]*$/.test(flags)) return null;
  let source = pattern;
  if (flags.includes('q')) source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  else if (flags.includes('x')) source = pattern.replace(/[ \t\n\r]/g, '');
  const wanted = [...new Set(flags)].filter((flag) => flag === 's' || flag === 'm' || flag === 'i').join('');
  try {
    return new RegExp(source, `u${wanted}${global ? 'g' : ''}`);
  } catch {
    return null;
  }
};

/** Replacement text of XPath (`$1`, `\$`, `\\`) as JavaScript's; null where it is none. */
export const replacement = (text: string, flags: string): string | null => {
  if (flags.includes('q')) return text.replace(/\$/g, '$$$$');
  if (/(?:^|[^\\])(?:\\\\)*\\(?![\\$])|(?:^|[^\\])(?:\\\\)*\$(?!\d)/.test(text)) return null;
  return text.replace(/\\\$|\\\\|\$0/g, (match) => (match === '\\$' ? '$$' : match === '$0' ? '$&' : '\\'));
};

/** Basic filtering of language ranges (RFC 4647, section 3.3.1). */
export const languageMatches = (tag: string, range: string): boolean => {
  if (range === '*') return tag !== '';
  const language = tag.toLowerCase();
  const wanted = range.toLowerCase();
  return language === wanted || language.startsWith(`${wanted}-`);
};

/** ENCODE_FOR_URI: all but unreserved characters as percent escapes (F&O, section 6.2 of RFC 3986's terms). */
export const encodeForUri = (text: string): string | null => {
  try {
    return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    return null;
  }
};

/** SUBSTR (F&O, section 5.4.3): characters count, positions begin with 1, halves round up. */
export const substring = (text: string, start: number, length: number | null): string => {
  const from = Math.round(start);
  const to = length === null ? Number.POSITIVE_INFINITY : from + Math.round(length);
  return [...text].filter((_char, index) => index + 1 >= from && index + 1 < to).join('');
};

/** An IRI resolved against the base; null where that gives none. */
export const resolveIri = (text: string, base: string): string | null => {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)) return iri(text).value;
  try {
    return new URL(text, base).href;
  } catch {
    return null;
  }
};
