import { expect, test } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { readMetadataFile } from '../../src/text/frontmatter.ts';

test('a metadata file gives the fields it holds', () => {
  const json = '{"title":"Plan","published":"2024-07-11","agencies":["AFP"],"outlet":null,"extra":1}';
  expect(readMetadataFile(json, 'a.meta.json')).toEqual({ title: 'Plan', published: '2024-07-11', agencies: ['AFP'] });
});

test.each([
  ['{', /valid JSON/],
  ['[]', /one JSON object/],
  ['{"title":3}', /"title"/],
  ['{"agencies":"AFP"}', /"agencies"/],
  ['{"published":"11 July"}', /"published"/],
])('%s is refused', (json, message) => {
  try {
    readMetadataFile(json, 'a.meta.json');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(DemarcheError);
    expect((error as DemarcheError).message).toMatch(message);
    expect((error as DemarcheError).location?.file).toBe('a.meta.json');
  }
});
