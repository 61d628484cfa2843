import { expect, test } from 'vitest';
import { ploverScale } from '../../src/app/scale.ts';
import { isCooperative } from '../../src/graph/plover.ts';
import { loadScale } from '../../src/lexicon/scale.ts';
import { PLOVER_TYPES } from '../../src/model/extraction.ts';

test('the shipped scale has a value for each type, of the sign of its class', () => {
  const scale = ploverScale();
  expect([...scale.keys()].sort()).toEqual([...PLOVER_TYPES].sort());
  for (const [type, value] of scale) expect([type, value > 0]).toEqual([type, isCooperative(type)]);
});

test.each([
  ['AGREED\t4', 'AGREED'],
  ['AGREE\t0', '"0" is no value'],
  ['AGREE\t11', '"11" is no value'],
  ['AGREE\tmuch', '"much" is no value'],
  ['AGREE\t4\nAGREE\t4', 'AGREE stands there twice'],
  ['AGREE\t4', 'CONSULT has no value'],
])('%j is refused', (rows, message) => {
  expect(() => loadScale({ name: 'plover.tsv', text: `type\tvalue\tcameo\tcameo name\n${rows}\n` })).toThrow(message);
});
