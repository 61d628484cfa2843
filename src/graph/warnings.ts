import type { Network } from './network.ts';
import type { SignedGraph } from './signed-graph.ts';

/** What a reader of a result must know; `code` is stable, `message` is for people. */
export interface Warning {
  readonly code:
    | 'empty'
    | 'single-actor'
    | 'no-ties'
    | 'no-cycles'
    | 'disconnected'
    | 'ambivalent'
    | 'self-ties'
    | 'zero-weight'
    | 'without-roll-up'
    | 'not-proven'
    | 'no-eigenvector'
    | 'estimated-betweenness'
    | 'no-brokerage';
  readonly message: string;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What was left out while the network was made, and whether anything is left. */
export function networkWarnings(network: Network): Warning[] {
  const { selfTies, zeroWeight, withoutRollUp } = network.getAttribute('dropped');
  const warnings: Warning[] = [];
  if (network.order === 0) warnings.push({ code: 'empty', message: 'the network is empty: nothing matched' });
  else if (network.order === 1) warnings.push({ code: 'single-actor', message: 'the network has one actor only' });
  else if (network.size === 0) warnings.push({ code: 'no-ties', message: 'the network has actors but no ties' });
  if (selfTies > 0) warnings.push({ code: 'self-ties', message: `left out ${plural(selfTies, 'tie')} of an actor to itself` });
  if (zeroWeight > 0)
    warnings.push({ code: 'zero-weight', message: `left out ${plural(zeroWeight, 'tie')} without a positive weight` });
  if (withoutRollUp > 0)
    warnings.push({
      code: 'without-roll-up',
      message: `left out ${plural(withoutRollUp, 'claim')} of actors that count for no state or organisation`,
    });
  return warnings;
}

/** How far an index is proven. */
export interface Proof {
  readonly index: number;
  readonly optimal: boolean;
  readonly lowerBound: number;
}

const short = (value: number): number => Math.floor(value * 1000) / 1000;

const notProven = ({ index, lowerBound }: Proof): string =>
  `the frustration index ${short(index)} is the best found, not proven to be least; proven is that it is at least ${short(lowerBound)} (gap ${((100 * (index - lowerBound)) / index).toFixed(1)} %)`;

/** What limits statements about balance. `cycles` is the number of independent cycles. */
export function balanceWarnings(graph: SignedGraph, components: number, cycles: number, proof: Proof): Warning[] {
  const warnings: Warning[] = [];
  if (graph.ambivalent.length > 0)
    warnings.push({
      code: 'ambivalent',
      message: `${plural(graph.ambivalent.length, 'pair')} with as much for as against left out: ${graph.ambivalent.map((pair) => pair.join(' – ')).join(', ')}`,
    });
  if (graph.edges.length > 0 && cycles === 0)
    warnings.push({
      code: 'no-cycles',
      message: 'the network has no cycle: any signs would be balanced, so balance says nothing',
    });
  if (components > 1)
    warnings.push({
      code: 'disconnected',
      message: `the network falls into ${components} parts; which camps of different parts belong together is not known`,
    });
  if (!proof.optimal) warnings.push({ code: 'not-proven', message: notProven(proof) });
  return warnings;
}
