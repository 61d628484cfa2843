import type { WritableEdge, WritableNetwork } from './network.ts';

export interface LegendEntry {
  readonly sign: WritableEdge['sign'];
  readonly text: string;
  readonly directed: boolean;
}

/** What a tie of each sign means in each layer. */
const MEANINGS: Readonly<Record<string, Readonly<Record<WritableEdge['sign'], string>>>> = {
  stance: { 1: 'supports', '-1': 'opposes', 0: 'as much for as against' },
  action: { 1: 'cooperates with', '-1': 'acts against', 0: 'as much with as against' },
  affiliation: { 1: 'belongs to', '-1': 'left', 0: 'belongs to' },
  congruence: { 1: 'agree over a topic', '-1': 'disagree', 0: 'agree as much as disagree' },
  subtract: { 1: 'agree more than disagree', '-1': 'disagree more than agree', 0: 'agree as much as disagree' },
  mutual: { 1: 'support each other', '-1': 'oppose each other', 0: 'support each other as much as oppose' },
  'actor-topic': { 1: 'is for', '-1': 'is against', 0: 'as much for as against' },
  conflict: { 1: 'agree', '-1': 'disagree over a topic', 0: 'agree as much as disagree' },
};
const GENERAL: Readonly<Record<WritableEdge['sign'], string>> = { 1: 'friends', '-1': 'foes', 0: 'neither' };

/** An entry for each sign that occurs, in the words of the network's layers. */
export function legend({ edges, layers, directed }: WritableNetwork): LegendEntry[] {
  return ([1, -1, 0] as const)
    .filter((sign) => edges.some((edge) => edge.sign === sign))
    .map((sign) => {
      const texts = layers.map((layer) => (MEANINGS[layer] ?? GENERAL)[sign]);
      return { sign, directed, text: [...new Set(texts)].join(' or ') };
    });
}
