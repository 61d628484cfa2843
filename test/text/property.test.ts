import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from './helpers.ts';

const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'a',
    '---',
    'title: Plan',
    'Title: Plan',
    '# Plan',
    '- item',
    '> quoted',
    'By Jane Doe',
    'The Daily Herald',
    'AFP and Reuters',
    'May 13, 2025',
    'KYIV, July 4 (Reuters) - Ukraine refused.',
    'Beijing. China refused.',
    'KYIV —',
    'Q: Who?',
    'Norland rejects plan',
    '© 2024 Reuters',
    'Norland on Monday rejected the plan, “all of it”, its ministry said 😀. Nobody was surprised.',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
);

test('whatever the lines: text unchanged, blocks trimmed, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 14 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      fc.constantFrom('txt' as const, 'md' as const),
      (lines, newline, format) => {
        const text = `x${newline}${lines.join(newline)}`.replace(/[\u0000-\u001f\ufeff]/g, (char) =>
          '\r\n'.includes(char) ? char : ' ',
        );
        const document = read(text, { format });
        let end = 0;
        for (const block of document.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          const words = document.text.slice(block.start, block.end);
          expect(words).toBe(words.trim());
          end = block.end;
        }
        expect(end).toBeLessThanOrEqual(document.text.length);
        expect(document.published === null || /^\d{4}-\d\d-\d\d$/.test(document.published)).toBe(true);
        const place = document.dateline?.placeSpan;
        if (place) expect(document.text.slice(place.start, place.end)).toBe(document.dateline?.place);
      },
    ),
    { seed: 1, numRuns: 600 },
  );
});
