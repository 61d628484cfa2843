/*
 * Text on its way into RDF. `cleanText` is for words out of articles; `segment` makes a piece of an IRI out of any text;
 * `escapeString` writes a literal so that the file holds no control character and no character that hides or turns text.
 */

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Characters that XML 1.0 forbids or that a terminal obeys: C0 without tab and line ends, DEL, C1, U+FFFE and U+FFFF. */
const HARMFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * The text with each half surrogate and each control character (tab and line ends apart) replaced by U+FFFD. One code unit for
 * one, so offsets into the text stay right; the verbatim check compares texts cleaned alike.
 */
export const cleanText = (text: string): string => text.replace(LONE, '\ufffd').replace(HARMFUL, '\ufffd');

const UNRESERVED = /[A-Za-z0-9_-]/;

/** Percent-encodes everything but ASCII letters, digits, `_`, `-` and inner dots: one path segment that is a Turtle local name. */
export const segment = (text: string): string => {
  const bytes = new TextEncoder().encode(text.replace(LONE, '\ufffd'));
  let out = '';
  bytes.forEach((byte, index) => {
    const char = String.fromCharCode(byte);
    const innerDot = char === '.' && index > 0 && index < bytes.length - 1;
    out += byte < 0x80 && (innerDot || UNRESERVED.test(char)) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return out;
};

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '"': '\\"',
  '\\': '\\\\',
};

/** C0, DEL, C1, soft hyphen, invisible and direction-changing characters, line and paragraph separators, noncharacters, BOM. */
const ESCAPED =
  /["\\\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

const hex4 = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The inside of a quoted Turtle, TriG, N-Triples or N-Quads string. */
export const escapeString = (text: string): string => text.replace(ESCAPED, (char) => NAMED_ESCAPES[char] ?? hex4(char));

/** A JSON string, with the same characters escaped. */
export const escapeJson = (text: string): string =>
  `"${text.replace(ESCAPED, (char) => NAMED_ESCAPES[char] ?? hex4(char).toLowerCase())}"`;
