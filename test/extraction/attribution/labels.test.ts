import { describe, expect, it } from 'vitest';
import { extract } from '../reader.ts';

const OPENING = 'Finnish Foreign Minister Aino Laine and Peruvian President Rosa Quispe spoke in Helsinki on Monday.';

describe('speaker labels of interviews and transcripts', () => {
  it.each([
    ['a full name', 'Aino Laine: We will not sign the treaty.', 'Aino Laine'],
    ['a last name in capitals', 'QUISPE: The treaty is dead.', 'Rosa Quispe'],
    ['a last name', 'Laine: Nobody wants this treaty.', 'Aino Laine'],
  ])('%s', (_kind, line, speaker) => {
    const { statements } = extract(`${OPENING}\n\n${line}\n\nThey left at noon.`);
    expect(statements).toContainEqual(
      expect.objectContaining({ speaker, rule: 'attribution.label.transcript', voice: 'unquotedDirect' }),
    );
  });

  it('are no statements where they name nobody', () => {
    const { statements } = extract(`${OPENING}\n\nQ: Will Finland sign the treaty?\n\nUpdate: The treaty is dead.`);
    expect(statements).toEqual([]);
  });
});
