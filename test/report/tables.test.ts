import { describe, expect, test } from 'vitest';
import { csv } from '../../src/report/csv.ts';
import { json } from '../../src/report/json.ts';
import { table } from '../../src/report/table.ts';
import type { Column } from '../../src/report/value.ts';
import { displayWidth, wrap } from '../../src/report/width.ts';

interface Row {
  readonly who: string | null;
  readonly count: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'who', value: (row) => row.who },
  { heading: 'count', value: (row) => row.count },
];

describe('spreadsheet CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-x', "'-x"],
    ['@cmd', "'@cmd"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\n=1"'],
    ['a=1', 'a=1'],
    ['"quoted", with comma', '"""quoted"", with comma"'],
    ['two\nlines', '"two\nlines"'],
    ['\u001b]0;x\u0007', '\uFFFD]0;x\uFFFD'],
    ['', ''],
  ])('%j becomes %j', (text, cell) => {
    expect(csv([{ who: text, count: 1 }], COLUMNS)).toBe(`who,count\r\n${cell},1\r\n`);
  });

  test('numbers stay numbers', () => {
    expect(csv([{ who: null, count: -1.5 }], COLUMNS)).toBe('who,count\r\n,-1.500\r\n');
  });
});

describe('table', () => {
  test('text to the left, numbers to the right', () => {
    const rows = [
      { who: 'China', count: 12 },
      { who: 'NATO', count: 3 },
    ];
    expect(table(rows, COLUMNS)).toBe(['who    count', '─────  ─────', 'China     12', 'NATO       3', ''].join('\n'));
  });

  test('40 000 rows take no longer than they must (40 s when time grew with their square)', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => ({ who: `actor ${i}`, count: i }));
    expect(table(rows, COLUMNS).split('\n')).toHaveLength(40_003);
  });

  test('long text is wrapped within the width; short columns keep theirs', () => {
    const text = table(
      [{ who: 'The quick brown fox jumps over the lazy dog and Donaudampfschifffahrtsgesellschaftskapitän', count: 1 }],
      COLUMNS,
      { width: 30 },
    );
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(text.replace(/[\s─]+/g, '')).toContain('Donaudampfschifffahrtsgesellschaftskapitän');
  });

  test('nothing in it is obeyed by the terminal', () => {
    expect(table([{ who: 'a\u001b[2Jb', count: 1 }], COLUMNS)).not.toContain('\u001b');
    expect(
      table([{ who: 'a\u001b[2Jb', count: 1 }], COLUMNS, { color: true }).replaceAll(/\u001b\[(?:1|22)m/g, ''),
    ).not.toContain('\u001b');
  });

  test('no rows', () => {
    expect(table([], COLUMNS)).toBe('who  count\n───  ─────\n');
  });

  test('characters of double width', () => {
    const lines = table([{ who: '中国外交部', count: 1 }], COLUMNS).split('\n');
    expect(displayWidth(lines[2]!)).toBe(displayWidth(lines[1]!));
  });
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['abcdefgh', 3, ['abc', 'def', 'gh']],
  ['a\nb', 10, ['a', 'b']],
  ['', 5, ['']],
])('wrap %j at %i', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test('JSON keeps the values and shows no control character bare', () => {
  const value = { text: 'a\u001b\u009b\u202e\u2028é' };
  expect(json(value)).not.toMatch(/[\u001b\u009b\u202e\u2028]/);
  expect(JSON.parse(json(value))).toEqual(value);
});
