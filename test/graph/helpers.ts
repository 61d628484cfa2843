import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { edgeListNetwork } from '../../src/graph/edge-list.ts';
import type { Network } from '../../src/graph/network.ts';
import { seededRandom } from '../../src/graph/random.ts';
import type { EdgeRow, EventRow, PositionRow } from '../../src/graph/rows.ts';
import { type SignedGraph, toSignedGraph } from '../../src/graph/signed-graph.ts';

/** "A-B+ B-C-": ties between A and B (friends) and B and C (foes). */
export const edges = (text: string): EdgeRow[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.slice(0, -1).split('-');
      return { from, to, sign: part.endsWith('+') ? 1 : -1 };
    });

export const networkOf = (text: string): Network => edgeListNetwork(edges(text));
export const graphOf = (text: string): SignedGraph => toSignedGraph(networkOf(text));

/** Any signed graph of so many actors at most, with up to `ties` ties for each. */
export const randomSignedGraph = (maxActors: number, ties = 3): fc.Arbitrary<SignedGraph> =>
  fc
    .array(fc.tuple(fc.nat(maxActors - 1), fc.nat(maxActors - 1), fc.constantFrom(1 as const, -1 as const)), {
      maxLength: ties * maxActors,
    })
    .map((list) => {
      const pairs = new Map(
        list.filter(([a, b]) => a !== b).map(([a, b, sign]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, sign]),
      );
      return toSignedGraph(
        edgeListNetwork([...pairs].map(([pair, sign]) => ({ from: pair.split(' ')[0]!, to: pair.split(' ')[1]!, sign }))),
      );
    });

/** All pairs of `size` actors; those for which `foes` holds are negative. */
export const complete = (size: number, foes: (a: number, b: number) => boolean): SignedGraph => {
  const rows = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size - a - 1 }, (_unused, i) => ({
      from: `n${a}`,
      to: `n${a + i + 1}`,
      sign: foes(a, a + i + 1) ? (-1 as const) : (1 as const),
    })),
  );
  return toSignedGraph(edgeListNetwork(rows.flat()));
};

/** Lines of from, to, sign. */
export function readTribes(): EdgeRow[] {
  const text = readFileSync(new URL('../fixtures/signed/tribes.csv', import.meta.url), 'utf8');
  const lines = text.trim().split('\n').slice(1);
  return lines.map((line) => {
    const [from = '', to = '', sign] = line.trim().split(',');
    return { from, to, sign: Number(sign) > 0 ? 1 : -1 };
  });
}

/** Groups of equal size, friends within and foes between, with a share of the signs turned; ties fall by chance. */
export function planted(of: { actors: number; ties: number; groups: number; turned: number; seed: number }): SignedGraph {
  const random = seededRandom(of.seed);
  const ties = new Map<string, EdgeRow>();
  const draw = (): number => Math.floor(random() * of.actors);
  while (ties.size < of.ties) {
    const [a, b] = [draw(), draw()];
    if (a >= b || ties.has(`${a} ${b}`)) continue;
    const friends = (a % of.groups === b % of.groups) !== random() < of.turned;
    ties.set(`${a} ${b}`, { from: `n${a}`, to: `n${b}`, sign: friends ? 1 : -1 });
  }
  return toSignedGraph(edgeListNetwork([...ties.values()]));
}

let claims = 0;

/** A position of `holder` on `target`; both count for themselves. */
export const position = (
  holder: string,
  target: string | null,
  polarity: PositionRow['polarity'],
  more: Partial<PositionRow> = {},
): PositionRow => ({
  claim: `position-${++claims}`,
  article: 'a1',
  outlet: null,
  published: '2024-07-11',
  confidence: 0.9,
  holder,
  holderLabel: holder,
  holderTop: holder,
  holderTopLabel: holder,
  target,
  targetLabel: target,
  targetTop: target,
  targetTopLabel: target,
  polarity,
  topic: null,
  strength: 0.8,
  explicitness: 'explicit',
  said: null,
  ...more,
});

/** An asserted event between two actors that count for themselves. */
export const event = (initiator: string, recipient: string, type: EventRow['type'], more: Partial<EventRow> = {}): EventRow => ({
  claim: `event-${++claims}`,
  article: 'a1',
  published: '2024-07-11',
  confidence: 0.9,
  initiator,
  initiatorLabel: initiator,
  initiatorTop: initiator,
  initiatorTopLabel: initiator,
  recipient,
  recipientLabel: recipient,
  recipientTop: recipient,
  recipientTopLabel: recipient,
  type,
  mode: null,
  reciprocal: false,
  factuality: 'asserted',
  background: false,
  date: null,
  ...more,
});
