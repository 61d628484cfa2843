import { describe, expect, test } from 'vitest';
import { parseEdges } from '../../src/graph/edge-table.ts';
import { DemarcheError, describeError } from '../../src/model/errors.ts';

describe('edge lists', () => {
  test.each([
    ['commas', 'from,to,sign\nA,B,1\nB,C,-1\n'],
    ['semicolons, CRLF, a byte-order mark', '\ufefffrom;to;sign\r\nA;B;+\r\nB;C;-'],
    ['tabs, other order and capitals, empty lines', 'Sign\tFrom\tTo\n\n1\tA\tB\n\n-1\tB\tC\n'],
    ['quoted cells and a column that is not read', 'from,to,note,sign\n"A",B,"x, ""y""\nz",1\nB,C,,−1\n'],
  ])('%s', (_name, text) => {
    expect(parseEdges(text, 'ties.csv')).toEqual([
      { from: 'A', to: 'B', sign: 1, weight: 1 },
      { from: 'B', to: 'C', sign: -1, weight: 1 },
    ]);
  });

  test('all columns', () => {
    expect(parseEdges('from,to,sign,weight,date,topic,window\nA,B,-1,2.5,1990-01,trade,90-93\nA,C,1,,,,\n', 'x')).toEqual([
      { from: 'A', to: 'B', sign: -1, weight: 2.5, date: '1990-01', topic: 'trade', window: '90-93' },
      { from: 'A', to: 'C', sign: 1, weight: 1, window: '' },
    ]);
  });

  test.each([
    ['nothing', '', 'ties.csv: the edge list is empty'],
    ['no header', 'A,B,1\n', 'ties.csv:1: the edge list has no column "from"'],
    ['a column twice', 'from,to,sign,to\n', 'ties.csv:1: two columns "to"'],
    ['a sign that is none', 'from,to,sign\nA,B,1\nA,C,friend\n', 'ties.csv:3: "friend" is no sign'],
    ['a negative weight', 'from,to,sign,weight\nA,B,1,-2\n', 'ties.csv:2: "-2" is no weight'],
    ['a weight that is no number', 'from,to,sign,weight\nA,B,1,NaN\n', 'ties.csv:2: "NaN" is no weight'],
    ['an end without name', 'from,to,sign\n ,B,1\n', 'ties.csv:2: an end without a name'],
    ['too few columns', 'from,to,sign\nA,B\n', 'ties.csv:2: 2 columns instead of 3'],
    ['a date that is none', 'from,to,sign,date\nA,B,1,spring\n', 'ties.csv:2: "spring" is no date'],
    ['an open quotation', 'from,to,sign\n"A,B,1\n', 'ties.csv:2: a quoted cell does not end'],
  ])('%s: one line that says where', (_name, text, message) => {
    let caught: unknown;
    try {
      parseEdges(text, 'ties.csv');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DemarcheError);
    const line = describeError(caught as DemarcheError);
    expect(line.startsWith(message)).toBe(true);
    expect(line).not.toContain('\n');
  });
});
