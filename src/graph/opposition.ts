import { type EvidenceSummary, summarise } from './evidence.ts';
import { compareText, type Network, type Tie, tiesOf } from './network.ts';
import { networkWarnings, type Warning } from './warnings.ts';

/** Who opposes whom, with the opposing claims it rests on. */
export interface Opposition extends EvidenceSummary {
  readonly source: string;
  readonly sourceLabel: string;
  readonly target: string;
  readonly targetLabel: string;
  /** Opposing claims; supporting ones between the same two stand beside them. */
  readonly oppose: number;
  readonly support: number;
  readonly layers: readonly string[];
}

/** How many oppose an actor, and how often. */
export interface Opposed {
  readonly actor: string;
  readonly label: string;
  readonly opponents: number;
  readonly oppose: number;
}

export interface OppositionResult {
  readonly ties: readonly Opposition[];
  /** Most opponents first. */
  readonly mostOpposed: readonly Opposed[];
  readonly warnings: readonly Warning[];
}

/** Every directed tie with at least one opposing claim, most of them first. In an undirected network a tie counts for both ends. */
export function findOpposition(network: Network): OppositionResult {
  const label = (id: string): string => network.getNodeAttribute(id, 'label');
  const against = tiesOf(network).filter((tie) => tie.negative > 0);
  const ties = against
    .map((tie) => opposition(tie, label))
    .sort(
      (a, b) => b.oppose - a.oppose || compareText(a.sourceLabel, b.sourceLabel) || compareText(a.targetLabel, b.targetLabel),
    );
  return { ties, mostOpposed: mostOpposed(network, against, label), warnings: networkWarnings(network) };
}

const opposition = (tie: Tie, label: (id: string) => string): Opposition => ({
  source: tie.source,
  sourceLabel: label(tie.source),
  target: tie.target,
  targetLabel: label(tie.target),
  oppose: tie.negative,
  support: tie.positive,
  layers: tie.layers,
  ...summarise(tie, -1),
});

function mostOpposed(network: Network, ties: readonly Tie[], label: (id: string) => string): Opposed[] {
  const totals = new Map<string, { opponents: number; oppose: number }>();
  const count = (actor: string, tie: Tie): void => {
    const total = totals.get(actor) ?? { opponents: 0, oppose: 0 };
    totals.set(actor, { opponents: total.opponents + 1, oppose: total.oppose + tie.negative });
  };
  for (const tie of ties) {
    count(tie.target, tie);
    if (network.type === 'undirected') count(tie.source, tie);
  }
  return [...totals]
    .map(([actor, total]) => ({ actor, label: label(actor), ...total }))
    .sort((a, b) => b.opponents - a.opponents || b.oppose - a.oppose || compareText(a.label, b.label));
}
