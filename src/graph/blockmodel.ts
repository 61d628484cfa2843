import type { Adjacency } from './adjacency.ts';
import { seededRandom } from './random.ts';

/** A partition of the actors such that ties between any two groups, and within each, mostly have one sign. */
export interface Blockmodel {
  /** Number of the group of each actor. */
  readonly groups: readonly number[];
  /** Sign of the ties from each group to each; 0 where there are none. */
  readonly signs: readonly (readonly (1 | -1 | 0)[])[];
  /** Ties whose sign is not that of their block. */
  readonly inconsistent: number;
}

const STARTS = 30;

/**
 * Relaxed structural balance: unlike in balance, groups may also be divided within or be friends of each other, so
 * that mediators and internally hostile groups show. The number of groups is given; the criterion is the number of
 * ties of the rarer sign in each block. By relocation from seeded starts: no proof.
 *
 * Reference: P. Doreian and A. Mrvar, Partitioning signed social networks, Social Networks 31 (2009) 1-11.
 */
export function relaxedBlockmodel(adjacency: Adjacency, k: number, seed = 1): Blockmodel {
  const random = seededRandom(seed);
  let best: { groups: number[]; cost: number } | null = null;
  for (let round = 0; round < STARTS; round++) {
    const groups = adjacency.ids.map(() => Math.floor(random() * k));
    const cost = relocate(adjacency, groups, k);
    if (best === null || cost < best.cost) best = { groups, cost };
    if (best.cost === 0) break;
  }
  const { groups, cost } = best!;
  const { positive, negative } = countBlocks(adjacency, groups, k);
  const signs = Array.from({ length: k }, (_r, a) =>
    Array.from({ length: k }, (_c, b) => Math.sign(positive[a * k + b]! - negative[a * k + b]!) as 1 | -1 | 0),
  );
  return { groups, signs, inconsistent: cost };
}

interface Blocks {
  readonly positive: Float64Array;
  readonly negative: Float64Array;
}

function countBlocks({ positiveOut, negativeOut }: Adjacency, groups: readonly number[], k: number): Blocks {
  const blocks = { positive: new Float64Array(k * k), negative: new Float64Array(k * k) };
  for (const [from, list] of positiveOut.entries()) for (const to of list) blocks.positive[groups[from]! * k + groups[to]!]!++;
  for (const [from, list] of negativeOut.entries()) for (const to of list) blocks.negative[groups[from]! * k + groups[to]!]!++;
  return blocks;
}

const inconsistencies = ({ positive, negative }: Blocks): number =>
  positive.reduce((sum, value, i) => sum + Math.min(value, negative[i]!), 0);

/** Takes an actor's ties out of the blocks (by -1) or puts them in (by 1) as if it were in the group. */
function count(
  adjacency: Adjacency,
  groups: readonly number[],
  k: number,
  blocks: Blocks,
  actor: number,
  group: number,
  by: 1 | -1,
) {
  for (const to of adjacency.positiveOut[actor]!) blocks.positive[group * k + groups[to]!]! += by;
  for (const to of adjacency.negativeOut[actor]!) blocks.negative[group * k + groups[to]!]! += by;
  for (const from of adjacency.positiveIn[actor]!) blocks.positive[groups[from]! * k + group]! += by;
  for (const from of adjacency.negativeIn[actor]!) blocks.negative[groups[from]! * k + group]! += by;
}

/** Moves actors, in place, while that helps; gives the number of inconsistent ties. */
function relocate(adjacency: Adjacency, groups: number[], k: number): number {
  const blocks = countBlocks(adjacency, groups, k);
  let cost = inconsistencies(blocks);
  for (let moved = true; moved; ) {
    moved = false;
    for (const [actor, own] of [...groups].entries()) {
      let [best, least] = [own, cost];
      count(adjacency, groups, k, blocks, actor, own, -1);
      for (let group = 0; group < k; group++) {
        if (group === own) continue;
        count(adjacency, groups, k, blocks, actor, group, 1);
        const found = inconsistencies(blocks);
        if (found < least) [best, least] = [group, found];
        count(adjacency, groups, k, blocks, actor, group, -1);
      }
      count(adjacency, groups, k, blocks, actor, best, 1);
      if (best === own) continue;
      groups[actor] = best;
      cost = least;
      moved = true;
    }
  }
  return cost;
}
