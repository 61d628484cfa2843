import { describe, expect, it } from 'vitest';
import { extract } from '../reader.ts';

describe('who carries the words to us', () => {
  it.each([
    ['The truce is dead, Yemeni Foreign Minister Omar Bashir told Reuters.', 'Omar Bashir', 'Reuters'],
    [
      'Yemeni Foreign Minister Omar Bashir said in an interview with Al Jazeera that the truce was dead.',
      'Omar Bashir',
      'Al Jazeera',
    ],
    ['Al Jazeera quoted Yemeni Foreign Minister Omar Bashir as saying that the truce was dead.', 'Omar Bashir', 'Al Jazeera'],
    ['Yemeni Foreign Minister Omar Bashir was quoted by Reuters as saying that the truce was dead.', 'Omar Bashir', 'Reuters'],
    ['French President Marie Duval said that Germany had accused Russia of sabotage.', 'Germany', 'Marie Duval'],
    ['French President Marie Duval told reporters that Germany had left the talks.', 'Marie Duval', null],
    ['Reuters reported that Mali had left the talks.', 'Reuters', null],
  ])('%s', (text, speaker, via) => {
    const { statements } = extract(text);
    expect(statements.filter((one) => one.speaker === speaker).map((one) => one.attributedVia)).toEqual([via]);
  });

  it('is the same for what carries a statement on', () => {
    const { statements } = extract(
      '"We will not go," Sudanese envoy Omar Bashir told Al Jazeera. "They know it, and we know it too."',
    );
    expect(statements.map((one) => one.attributedVia)).toEqual(['Al Jazeera', 'Al Jazeera']);
  });
});
