/* Classes of bytes and characters in Turtle and TriG (RDF 1.1 Turtle, section 6.5). */

/** Flags of ASCII bytes. Bytes of other characters have all flags of names: `isNameCharacter` decides. */
export const CLASS = {
  space: 1,
  /** PN_CHARS_BASE: what a prefix begins with. */
  letter: 2,
  /** PN_CHARS: within names. */
  name: 4,
  /** What a local name begins with, but for escapes. */
  localStart: 8,
  /** What IRIREF may not hold, and where its namespace may end or an escape begin. */
  iriStop: 16,
  digit: 32,
  /** PN_LOCAL_ESC: what a backslash may stand before in a local name. */
  escapable: 64,
} as const;

const of = (characters: string): number[] => [...characters].map((character) => character.charCodeAt(0));
const LETTERS = of('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const DIGITS = of('0123456789');

export const CLASSES: Uint8Array = (() => {
  const classes = new Uint8Array(256);
  const mark = (bytes: readonly number[], flag: number): void => {
    for (const byte of bytes) classes[byte]! |= flag;
  };
  mark(of(' \t\r\n'), CLASS.space);
  mark(LETTERS, CLASS.letter | CLASS.name | CLASS.localStart);
  mark(DIGITS, CLASS.digit | CLASS.name | CLASS.localStart);
  mark(of('_'), CLASS.name | CLASS.localStart);
  mark(of('-'), CLASS.name);
  mark(of(':'), CLASS.localStart);
  mark(of('<>"{}|^`\\'), CLASS.iriStop);
  for (let byte = 0; byte <= 0x20; byte++) classes[byte]! |= CLASS.iriStop;
  mark(of("_~.-!$&'()*+,;=/?#@%"), CLASS.escapable);
  return classes;
})();

/** PN_CHARS_BASE beyond ASCII. */
const LETTER =
  /^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]$/u;
/** What PN_CHARS adds beyond ASCII. */
const NAME_ONLY = /^(?:\u00b7|[\u0300-\u036f]|[\u203f-\u2040])$/;

/** True if a character beyond ASCII may stand in a name, or at its beginning. */
export const isNameCharacter = (character: string, isFirst: boolean): boolean =>
  LETTER.test(character) || (!isFirst && NAME_ONLY.test(character));

/** How many bytes the UTF-8 form of a character has that begins with a byte. */
export const widthOf = (byte: number): number => (byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);
