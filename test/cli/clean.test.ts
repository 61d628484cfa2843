import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, jsonText } from '../../src/cli/clean.ts';

describe('cleaning for a terminal', () => {
  it.each([
    ['an escape sequence that clears the screen', '\u001b[2Jx', '\uFFFD[2Jx'],
    ['a sequence that sets the window title', 'a\u001b]0;b\u0007', 'a\uFFFD]0;b\uFFFD'],
    ['a C1 control', 'a\u009b31mb', 'a\uFFFD31mb'],
    ['a carriage return that hides what stood before', 'bad\rgood', 'bad\uFFFDgood'],
    ['a right-to-left override', 'a\u202ecod.exe', 'a\uFFFDcod.exe'],
    ['backspaces', 'no\b\byes', 'no\uFFFD\uFFFDyes'],
    ['line feeds and tabs, which stay', 'a\tb\nc', 'a\tb\nc'],
    ['letters of any script, which stay', 'Québec Киев 北京 🕊', 'Québec Киев 北京 🕊'],
  ])('makes %s harmless', (_, text, clean) => expect(cleanText(text)).toBe(clean));

  it('keeps a message on one line', () => expect(cleanLine(' a\n\tb\r\n c ')).toBe('a b c'));

  it('escapes in JSON what a terminal would obey, and changes no value', () => {
    const value = { text: 'a\u001b[0m\u009b\u202eb\u2028\u007f' };
    const json = jsonText(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
  });
});
