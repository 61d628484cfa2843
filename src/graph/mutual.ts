import { countingInWords } from './counted.ts';
import { addActor, createNetwork, type Network, signOf, type TieAttributes } from './network.ts';
import type { PositionRow } from './rows.ts';
import { type StanceOptions, stanceNetwork } from './stance.ts';

export const MUTUAL_DEFINITION =
  'Undirected, signed. Two actors are tied if both support or both oppose each other. positive and negative are what the stance network counts both ways: the smaller of the two counts.';

/**
 * Whose support or opposition is returned. One that is not makes no tie, nor does support that meets opposition.
 *
 * Reference: S. Wasserman and K. Faust, Social Network Analysis (1994), section 13.2 (mutual dyads), by sign.
 */
export function mutualNetwork(rows: readonly PositionRow[], options: StanceOptions = {}): Network {
  const stance = stanceNetwork(rows, options);
  const network = createNetwork('undirected', ['mutual'], `${MUTUAL_DEFINITION} ${countingInWords(options, 'claim')}`);
  network.setAttribute('dropped', stance.getAttribute('dropped'));
  stance.forEachEdge((_edge, there, source, target) => {
    const back = source < target ? stance.edge(target, source) : undefined;
    const tie = back === undefined ? null : returned(there, stance.getEdgeAttributes(back));
    if (tie === null) return;
    for (const id of [source, target]) addActor(network, { id, label: stance.getNodeAttribute(id, 'label') });
    network.addEdge(source, target, tie);
  });
  return network;
}

function returned(there: TieAttributes, back: TieAttributes): TieAttributes | null {
  const positive = Math.min(there.positive, back.positive);
  const negative = Math.min(there.negative, back.negative);
  if (positive + negative === 0) return null;
  return {
    sign: signOf(positive - negative),
    weight: positive + negative,
    positive,
    negative,
    background: 0,
    layers: ['mutual'],
    evidence: [...there.evidence, ...back.evidence].filter(({ sign }) => (sign > 0 ? positive : negative) > 0),
  };
}
