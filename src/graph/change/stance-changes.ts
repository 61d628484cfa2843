import { compareText } from '../network.ts';
import { type ChangePoint, type ChangePointOptions, changePoints } from './change-points.ts';
import type { DatedClaim } from './claims.ts';

/** How one actor's stance towards another, or on a topic, runs over time. */
export interface StanceChange {
  readonly source: string;
  readonly sourceLabel: string;
  /** Null where no actor owns the issue. */
  readonly target: string | null;
  readonly targetLabel: string | null;
  readonly topic: string | null;
  readonly supports: number;
  readonly opposes: number;
  /** First and last day of each side, null if none is dated or there is none. */
  readonly firstSupport: string | null;
  readonly lastSupport: string | null;
  readonly firstOppose: string | null;
  readonly lastOppose: string | null;
  /**
   * `shift`: the last claims differ from the first, each side in days of its own; `contradiction`: both sides on one day,
   * or to and fro, or undated; `steady`: one side only.
   */
  readonly kind: 'shift' | 'contradiction' | 'steady';
  /** Days since which the mean stance differs beyond chance (see `changePoints`). */
  readonly changes: readonly (Omit<ChangePoint, 'at'> & { readonly day: string })[];
  /** Supporting and opposing claims, in order of their days. */
  readonly claims: { readonly support: readonly string[]; readonly oppose: readonly string[] };
}

/** One entry for each actor and target and topic, or one of both; those with both sides first, then by number of claims. */
export function stanceChanges(claims: readonly DatedClaim[], options: ChangePointOptions = {}): StanceChange[] {
  const groups = new Map<string, DatedClaim[]>();
  for (const claim of claims) {
    // Issues without owner and topic have nothing in common.
    if (!claim.target && claim.topic === null) continue;
    const key = JSON.stringify([claim.source.id, claim.target?.id, claim.topic]);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].map((group) => changeOf(group, options)).sort(byInterest);
}

const RANK = { shift: 0, contradiction: 1, steady: 2 } as const;

const byInterest = (a: StanceChange, b: StanceChange): number =>
  RANK[a.kind] - RANK[b.kind] ||
  b.supports + b.opposes - a.supports - a.opposes ||
  compareText(a.sourceLabel, b.sourceLabel) ||
  compareText(a.targetLabel ?? '', b.targetLabel ?? '') ||
  compareText(a.topic ?? '', b.topic ?? '');

function changeOf(group: readonly DatedClaim[], options: ChangePointOptions): StanceChange {
  const ordered = [...group].sort((a, b) => compareText(a.day ?? '', b.day ?? '') || compareText(a.claim, b.claim));
  const [first] = ordered;
  const side = (sign: 1 | -1) => ordered.filter((claim) => claim.sign === sign);
  const support = side(1);
  const oppose = side(-1);
  return {
    source: first!.source.id,
    sourceLabel: first!.source.label,
    target: first!.target?.id ?? null,
    targetLabel: first!.target?.label ?? null,
    topic: first!.topic,
    supports: support.length,
    opposes: oppose.length,
    ...ends(support, 'firstSupport', 'lastSupport'),
    ...ends(oppose, 'firstOppose', 'lastOppose'),
    kind: kindOf(support, oppose),
    changes: changesOf(ordered, options),
    claims: { support: support.map(({ claim }) => claim), oppose: oppose.map(({ claim }) => claim) },
  };
}

function ends<First extends string, Last extends string>(side: readonly DatedClaim[], first: First, last: Last) {
  const days = side.flatMap(({ day }) => day ?? []);
  return { [first]: days[0] ?? null, [last]: days.at(-1) ?? null } as Record<First | Last, string | null>;
}

function kindOf(support: readonly DatedClaim[], oppose: readonly DatedClaim[]): StanceChange['kind'] {
  if (support.length === 0 || oppose.length === 0) return 'steady';
  const days = (side: readonly DatedClaim[]): string[] => side.flatMap(({ day }) => day ?? []);
  const [up, down] = [days(support), days(oppose)];
  if (up.length < support.length || down.length < oppose.length) return 'contradiction';
  return up.at(-1)! < down[0]! || down.at(-1)! < up[0]! ? 'shift' : 'contradiction';
}

function changesOf(ordered: readonly DatedClaim[], options: ChangePointOptions): StanceChange['changes'] {
  const dated = ordered.filter((claim): claim is DatedClaim & { day: string } => claim.day !== null);
  const points = changePoints(
    dated.map(({ sign }) => sign),
    options,
  );
  return points.map(({ at, ...rest }) => ({ day: dated[at]!.day, ...rest }));
}
