/* Tokens of SPARQL 1.1 (section 19.8), by regular expressions that match where they stand. */

export type TokenKind = 'iri' | 'name' | 'blank' | 'variable' | 'number' | 'string' | 'language' | 'word' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; a word in small letters. */
  readonly text: string;
  readonly at: number;
}

/** Thrown where a text is no SPARQL 1.1 query. */
export class NotRead extends Error {
  /** Where reading stopped: offset in characters. */
  readonly at: number;
  /** Of the token that stands there; 0 at the end of the text. */
  readonly length: number;
  /** What could have stood there, where that is one thing. */
  readonly expected: string | null;

  /** @param problem what is wrong, where it is more than that a token stands where it may not */
  constructor(at: number, length: number, problem = '', expected: string | null = null) {
    super(problem);
    this.at = at;
    this.length = length;
    this.expected = expected;
  }
}

/** Thrown where a query holds itself within itself too often to be walked. */
export class TooDeep extends NotRead {}

const BASE =
  'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const NAME = `${BASE}_0-9\\u00b7\\u0300-\\u036f\\u203f-\\u2040`;
const ESCAPED = "%[0-9A-Fa-f]{2}|\\\\[_~.\\-!$&'()*+,;=/?#@%]";
const EXPONENT = '[eE][+-]?\\d+';

const PREFIX = `(?:[${BASE}](?:[${NAME}.-]*[${NAME}-])?)?`;
const LOCAL = `(?:[${BASE}_0-9:]|${ESCAPED})(?:(?:[${NAME}.:-]|${ESCAPED})*(?:[${NAME}:-]|${ESCAPED}))?`;

const TEXT = {
  long2: '"""(?:"{0,2}(?:[^"\\\\]|\\\\.))*"""',
  long1: "'''(?:'{0,2}(?:[^'\\\\]|\\\\.))*'''",
  short2: '"(?:[^"\\\\\\n\\r]|\\\\.)*"',
  short1: "'(?:[^'\\\\\\n\\r]|\\\\.)*'",
};

/** In the order in which they are tried. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = (
  [
    ['iri', '<[^<>"{}|^`\\\\\\u0000-\\u0020]*>'],
    ['variable', `[?$][${BASE}_0-9][${BASE}_0-9\\u00b7\\u0300-\\u036f\\u203f-\\u2040]*`],
    ['blank', `_:[${BASE}_0-9](?:[${NAME}.-]*[${NAME}-])?`],
    ['name', `${PREFIX}:(?:${LOCAL})?`],
    ['word', '[A-Za-z][A-Za-z0-9_]*'],
    ['number', `(?:\\d+\\.\\d*${EXPONENT}|\\.?\\d+${EXPONENT}|\\d*\\.\\d+|\\d+)`],
    ['string', `(?:${TEXT.long2}|${TEXT.long1}|${TEXT.short2}|${TEXT.short1})`],
    ['language', '@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*'],
    ['sign', '(?:\\^\\^|&&|\\|\\||!=|<=|>=|[{}()\\[\\].,;=<>!+*/|^?-])'],
  ] as const
).map(([kind, source]) => [kind, new RegExp(source, 'suy')]);

const SPACE = /(?:[ \t\r\n]+|#[^\r\n]*)*/y;

/** Splits a query into tokens. @throws NotRead */
export const tokensOf = (query: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(query);
    at = SPACE.lastIndex;
    if (at >= query.length) break;
    const token = tokenAt(query, at);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', text: '', at });
  return tokens;
};

const tokenAt = (query: string, at: number): Token => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(query)?.[0];
    if (text !== undefined) return { kind, text: kind === 'word' ? text.toLowerCase() : text, at };
  }
  const isQuote = query[at] === '"' || query[at] === "'";
  throw new NotRead(
    at,
    String.fromCodePoint(query.codePointAt(at)!).length,
    isQuote ? 'the text that begins here has no end' : '',
  );
};
