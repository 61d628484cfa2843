import { expect, test } from 'vitest';
import { cleanLine, cleanText, xmlText } from '../../src/report/clean.ts';

test.each([
  ['an escape sequence', 'a\u001b[31mb', 'a\uFFFD[31mb'],
  ['a C1 control', 'a\u009b2Jb', 'a\uFFFD2Jb'],
  ['a bell and a backspace', 'a\u0007\u0008b', 'a\uFFFD\uFFFDb'],
  ['a change of writing direction', 'a\u202eb\u2066c', 'a\uFFFDb\uFFFDc'],
  ['characters without width', 'a\u200bb\ufeffc', 'a\uFFFDb\uFFFDc'],
  ['half a surrogate pair', 'a\ud800b', 'a\uFFFDb'],
  ['a carriage return', 'good\rbad', 'good\nbad'],
  ['a character outside the BMP stays', 'a😀b', 'a😀b'],
  ['line feed and tab stay', 'a\n\tb', 'a\n\tb'],
  ['accents and other scripts stay', 'é Ж 中', 'é Ж 中'],
])('%s', (_name, text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

test('one line', () => {
  expect(cleanLine(' a\r\n b\tc ')).toBe('a b c');
});

test('text for XML', () => {
  expect(xmlText(`<a b="c">&'\u0001\uFFFF\n`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;\uFFFD\uFFFD&#10;');
});
