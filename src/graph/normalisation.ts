/*
 * Actors that speak much agree with everybody much; normalisation takes that out. Reference: P. Leifeld, Discourse
 * network analysis: policy debates as dynamic networks, in: The Oxford Handbook of Political Networks (2017) 301-326,
 * and P. Leifeld, J. Gruber and F. R. Bossner, Discourse Network Analyzer manual (2019), chapter on normalisation.
 * With a cell for each topic and side, x and y the counts of two actors over the cells:
 *   average  divides by (sum x + sum y) / 2
 *   jaccard  divides by (x where y is 0) + (y where x is 0) + (x y where neither is 0), each summed over cells
 *   cosine   divides by the Euclidean lengths of x and of y. (The program's version 2 divides by sum x times sum y
 *            under this name; here it is the cosine of the papers.)
 * and in the network of actors and topics:
 *   activity    divides by all claims of the actor
 *   prominence  divides by all claims on the topic
 */

/** Of networks between actors. */
export const PAIR_NORMALISATIONS = ['average', 'jaccard', 'cosine'] as const;
/** Of the network of actors and topics. */
export const TWO_MODE_NORMALISATIONS = ['activity', 'prominence'] as const;
export type PairNormalisation = (typeof PAIR_NORMALISATIONS)[number];
export type TwoModeNormalisation = (typeof TWO_MODE_NORMALISATIONS)[number];
export type Normalisation = PairNormalisation | TwoModeNormalisation;

/** How much an actor says in each cell: a topic with a side. Only cells above 0. */
export type Profile = ReadonlyMap<string, number>;

/** What the value of a tie between two actors is divided by; above 0 where both say anything. */
export function divisor(kind: PairNormalisation, x: Profile, y: Profile): number {
  switch (kind) {
    case 'average':
      return (sum(x) + sum(y)) / 2;
    case 'jaccard':
      return jaccard(x, y);
    case 'cosine':
      return length(x) * length(y);
  }
}

const sum = (profile: Profile): number => [...profile.values()].reduce((total, value) => total + value, 0);
const length = (profile: Profile): number => Math.sqrt([...profile.values()].reduce((total, value) => total + value * value, 0));

function jaccard(x: Profile, y: Profile): number {
  let total = 0;
  for (const [cell, value] of x) total += value * (y.get(cell) ?? 1);
  for (const [cell, value] of y) if (!x.has(cell)) total += value;
  return total;
}

const IN_WORDS: Readonly<Record<Normalisation, string>> = {
  average: 'Divided by the mean number of claims of the two actors.',
  jaccard: 'Divided by what either says and the other does not plus what both say.',
  cosine: 'Divided by the Euclidean lengths of what the two say.',
  activity: 'Divided by all claims of the actor on topics.',
  prominence: 'Divided by all claims on the topic.',
};

export const normalisationInWords = (kind: Normalisation): string => IN_WORDS[kind];
