/**
 * Brokers between groups: pairs of others, of different groups, who are no friends of each other and both friends of
 * the actor. An actor of one of the two groups represents it; one of a third is a liaison.
 *
 * Reference: R. V. Gould and R. M. Fernandez, Structures of mediation: a formal approach to brokerage in transaction
 * networks, Sociological Methodology 19 (1989) 89-126, without directions.
 */
export function brokerage(friends: readonly (readonly number[])[], groups: readonly number[]): number[] {
  const sets = friends.map((list) => new Set(list));
  return friends.map((list) => {
    let pairs = 0;
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) if (groups[a] !== groups[b] && !sets[a]!.has(b) && !sets[b]!.has(a)) pairs++;
    return pairs;
  });
}
