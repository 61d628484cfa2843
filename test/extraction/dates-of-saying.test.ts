import { describe, expect, it } from 'vitest';
import { extract } from './reader.ts';

/** Each text is read as printed on Wednesday 17 May 2023 (see `extract`). */
const ROWS: readonly (readonly [text: string, said: string | null])[] = [
  ['Kenya said on Monday that the dam plans of Ethiopia would harm its farmers.', '2023-05-15'],
  ['Kenya said that Ethiopia would close the dam by 30 June 2023.', null],
  ['Peru will close the crossing on 1 July 2023, Chile said.', null],
  ['Peru will close the crossing on 1 July 2023, Chile said on Sunday.', '2023-05-14'],
];

describe('the day on which words were said', () => {
  it.each(ROWS)('%s', (text, said) => {
    expect(extract(text).statements.map((one) => one.said)).toContainEqual(said);
    expect(extract(text).statements.every((one) => one.said === said)).toBe(true);
  });
});
