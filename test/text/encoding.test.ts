import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { decode } from '../../src/text/encoding.ts';
import { utf8 } from './helpers.ts';

const SPANISH = 'El canciller señaló que la alianza “no debe” usar a China — jamás — como pretexto. '.repeat(8);
const RUSSIAN = 'Россия предупредила, что решения альянса будут направлены на обострение ситуации. '.repeat(8);
const POLISH = 'Rzecznik podkreślił, że Sojusz powinien wziąć pod uwagę bezpieczeństwo wszystkich państw członkowskich. '.repeat(
  8,
);

describe('decode', () => {
  test.each([
    ['UTF-8', utf8(SPANISH), SPANISH, null],
    ['UTF-8 with byte-order mark', utf8(`\uFEFF${SPANISH}`), SPANISH, null],
    ['UTF-8 of another script', utf8(RUSSIAN), RUSSIAN, null],
    ['UTF-16LE with mark', iconv.encode(SPANISH, 'utf-16le', { addBOM: true }), SPANISH, null],
    ['UTF-16BE with mark', iconv.encode(SPANISH, 'utf-16be', { addBOM: true }), SPANISH, null],
    ['UTF-16LE without mark', iconv.encode(SPANISH, 'utf-16le'), SPANISH, /utf-16le/],
    ['UTF-16BE without mark', iconv.encode(SPANISH, 'utf-16be'), SPANISH, /utf-16be/],
    ['windows-1252', iconv.encode(SPANISH, 'windows-1252'), SPANISH, /windows-1252/],
    ['windows-1251', iconv.encode(RUSSIAN, 'windows-1251'), RUSSIAN, /windows-1251/],
    ['KOI8-R', iconv.encode(RUSSIAN, 'koi8-r'), RUSSIAN, /KOI8-R/],
    ['ISO-8859-2', iconv.encode(POLISH, 'iso-8859-2'), POLISH, /ISO-8859-2/],
  ] as const)('%s', (_name, bytes, text, note) => {
    const decoded = decode(bytes, 'a.txt');
    expect(decoded.text).toBe(text);
    if (note) expect(decoded.note).toMatch(note);
    else expect(decoded.note).toBeNull();
  });

  test('one accented byte of Latin-1 in a short line', () => {
    expect(decode(Uint8Array.from([0x41, 0x73, 0x75, 0x6e, 0x63, 0x69, 0xf3, 0x6e]), 'a.txt').text).toBe('Asunción');
  });

  test('bytes 80 to 9F are those of windows-1252', () => {
    expect(decode(Uint8Array.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x97, 0x20, 0x80]), 'a.txt').text).toBe('“No” — €');
  });

  test('UTF-8 cut in the middle keeps its other characters', () => {
    const bytes = utf8(SPANISH);
    const broken = Uint8Array.from([...bytes, 0xe2, 0x80]);
    const decoded = decode(broken, 'a.txt');
    expect(decoded.text.startsWith(SPANISH)).toBe(true);
    expect(decoded.text.slice(SPANISH.length)).toMatch(/^\uFFFD+$/);
    expect(decoded.note).toMatch(/U\+FFFD/);
  });

  test.each([
    ['empty file', new Uint8Array(), /empty/],
    ['only a byte-order mark', utf8('\uFEFF'), /no text/],
    ['only white space', utf8(' \r\n\t \n'), /no text/],
    ['zero bytes', Uint8Array.from([72, 105, 0, 1, 2, 0, 0]), /binary/],
    ['PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /binary/],
    ['PDF', utf8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'), /binary/],
    ['control bytes', Uint8Array.from({ length: 200 }, (_, i) => (i % 7) + 1), /binary/],
  ] as const)('refuses: %s', (_name, bytes, message) => {
    let error: unknown;
    try {
      decode(bytes, 'dir/a.txt');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(DemarcheError);
    expect((error as DemarcheError).kind).toBe('input');
    expect((error as DemarcheError).message).toMatch(message);
    expect((error as DemarcheError).location?.file).toBe('dir/a.txt');
  });

  test('escape sequences in a text do not make it binary', () => {
    expect(decode(utf8('China \u001b[31msaid\u001b[0m so.'), 'a.txt').text).toContain('\u001b[31m');
  });
});
