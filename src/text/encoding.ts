import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { DemarcheError } from '../model/errors.ts';

/** Text of a file and how it was decoded. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** What the user should know about the decoding; null for clean UTF-8 and for files with a byte-order mark. */
  readonly note: string | null;
}

/** Encodings for which chardet's guess is preferred to windows-1252: those of other scripts and of Central Europe. */
const TRUSTED = /^(?:ISO-8859-(?:2|5|6|7|8|9)|windows-125[013456]|KOI8-R|Shift_JIS|EUC-|GB18030|Big5|ISO-2022-)/;
const MIN_CONFIDENCE = 30;
/** Bytes looked at to tell text from binary data and to guess an encoding. */
const SAMPLE = 65_536;

/**
 * Decodes a file: byte-order mark, UTF-16 without one, strict UTF-8, and then the likeliest legacy encoding.
 * Only a byte-order mark is removed. A file of UTF-8 with a few broken bytes keeps its other characters; the
 * broken ones become U+FFFD.
 *
 * @throws DemarcheError kind `input` for an empty file or one that is no text.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new DemarcheError('input', 'file is empty', { location: { file } });
  const decoded = decodeUnicode(bytes, file) ?? decodeLegacy(bytes);
  if (decoded.text.trim() === '') throw new DemarcheError('input', 'file holds no text', { location: { file } });
  return decoded;
}

function decodeUnicode(bytes: Uint8Array, file: string): Decoded | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    const rest = bytes.subarray(3);
    return (
      decodeUtf8(rest) ?? { text: lossyUtf8(rest), encoding: 'utf-8', note: 'some bytes are no valid UTF-8; they became U+FFFD' }
    );
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs(bytes.subarray(2), 'utf-16le', null);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs(bytes.subarray(2), 'utf-16be', null);
  const wide = guessUtf16(bytes);
  if (wide) return decodeAs(bytes, wide, `no byte-order mark; read as ${wide}`);
  if (looksBinary(bytes))
    throw new DemarcheError('input', 'looks like a binary file', { location: { file }, hint: 'give plain text or Markdown' });
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): Decoded | undefined {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8', note: null };
  } catch {
    return undefined;
  }
}

const lossyUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const decodeAs = (bytes: Uint8Array, encoding: string, note: string | null): Decoded => ({
  // Node's own TextDecoder('windows-1252') is wrong for bytes 80 to 9F, so iconv-lite decodes all but UTF-8.
  text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false }),
  encoding,
  note,
});

function decodeLegacy(bytes: Uint8Array): Decoded {
  const { valid, broken } = countSequences(bytes);
  if (valid >= 10 * broken)
    return { text: lossyUtf8(bytes), encoding: 'utf-8', note: `${broken} broken UTF-8 sequence(s) became U+FFFD` };
  const guess = analyse(bytes.subarray(0, SAMPLE)).find((match) => iconv.encodingExists(match.name));
  const encoding = guess && guess.confidence >= MIN_CONFIDENCE && TRUSTED.test(guess.name) ? guess.name : 'windows-1252';
  return decodeAs(bytes, encoding, `not valid UTF-8; read as ${encoding}`);
}

/** Counts well-formed multi-byte UTF-8 sequences and bytes that belong to none. */
function countSequences(bytes: Uint8Array): { valid: number; broken: number } {
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const rest = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < rest && (bytes[i + seen + 1] ?? 0) >> 6 === 2) seen++;
    if (rest > 0 && seen === rest) valid++;
    else broken++;
    i += seen;
  }
  return { valid, broken };
}

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean => prefix.every((byte, i) => bytes[i] === byte);

/** UTF-16 text in Latin letters has a zero in nearly every second byte, and nowhere else. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > 0.7 * pairs && even < 0.01 * pairs) return 'utf-16le';
  if (even > 0.7 * pairs && odd < 0.01 * pairs) return 'utf-16be';
  return undefined;
}

/** Heads of formats whose first bytes are printable. */
const MAGIC = ['%PDF-', '{\\rtf', 'PK\u0003\u0004'];

function looksBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (MAGIC.some((magic) => head.startsWith(magic))) return true;
  const length = Math.min(bytes.length, SAMPLE);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b) control++;
  }
  return control > 0.05 * length;
}
