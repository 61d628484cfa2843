import { describe, expect, it } from 'vitest';
import { parseAnnotated } from '../../scripts/annotated.ts';
import { answerOf } from '../../src/evaluation/articles/answer.ts';
import { scoreArticle } from '../../src/evaluation/articles/score.ts';
import { Tally } from '../../src/evaluation/tally.ts';

const SOURCE = `Title

The Courier

Chad thanked Niger, and its envoy, Abou Sene, thanked Mali.
> A | Chad | state | - | -
> A | Niger | state | - | Niamey
> A | Mali | state | - | -
> A | Abou Sene | person | Chad | Sene; envoy
> P | Chad | - | Niger | support | Chad thanked Niger
> P | Chad | Abou Sene | Mali | support | thanked Mali | optional
> E | SUPPORT | Chad | Niger | 2026-02 | - | asserted | Chad thanked Niger
`;

describe('annotation between the paragraphs', () => {
  const { text, gold } = parseAnnotated('x/07-envoy.txt', SOURCE);

  it('leaves the text without annotation, and evidence that stands in it', () => {
    expect(text).not.toContain('> ');
    for (const { evidence } of [...gold.positions, ...gold.events])
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });

  it('rolls persons up and makes an edge of each pair, optional where only optional positions carry it', () => {
    expect(gold.actors.find(({ name }) => name === 'Abou Sene')?.rollup).toBe('Chad');
    expect(gold.edges.map(({ source, target, optional }) => [source, target, optional === true])).toEqual([
      ['Chad', 'Niger', false],
      ['Chad', 'Mali', true],
    ]);
  });

  it.each([
    ['an undeclared actor', '> P | Togo | - | Niger | support | Chad thanked Niger', 'x.txt:16: actor "Togo" is not declared'],
    [
      'foreign evidence',
      '> P | Chad | - | Niger | support | praised',
      'x.txt:16: "praised" does not stand in the paragraph above',
    ],
  ])('names file and line of %s', (_, line, message) => {
    expect(() => parseAnnotated('x.txt', `${SOURCE}\n\n\n${line}`)).toThrow(message);
  });

  it('does not score a layer that nobody annotated', () => {
    const tally = new Tally();
    tally.unit();
    const nothing = { actors: [], statements: [], positions: [], events: [], edges: [] };
    scoreArticle(gold, answerOf(nothing as unknown as Parameters<typeof answerOf>[0]), tally);
    expect([...tally.layers.keys()]).toContain('actors');
    expect([...tally.layers.keys()].filter((layer) => layer.startsWith('statements'))).toEqual([]);
  });
});
