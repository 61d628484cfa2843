/** A one-to-one pairing of gold and predicted items by index; -1 where an item has no partner. */
export interface Pairing {
  readonly ofGold: readonly number[];
  readonly ofPredicted: readonly number[];
}

interface Candidate {
  readonly gold: number;
  readonly predicted: number;
  readonly score: number;
}

/**
 * Pairs items one to one: best scores first, then grown to a maximum matching along augmenting paths
 * (Kuhn 1955, "The Hungarian method for the assignment problem", unweighted part).
 *
 * @param score 0 where the two may not be paired; larger is better.
 */
export function pairUp(golds: number, predictions: number, score: (gold: number, predicted: number) => number): Pairing {
  const candidates: Candidate[] = [];
  for (let gold = 0; gold < golds; gold++)
    for (let predicted = 0; predicted < predictions; predicted++) {
      const value = score(gold, predicted);
      if (value > 0) candidates.push({ gold, predicted, score: value });
    }
  candidates.sort((a, b) => b.score - a.score);

  const ofGold = new Array<number>(golds).fill(-1);
  const ofPredicted = new Array<number>(predictions).fill(-1);
  const partners: number[][] = Array.from({ length: golds }, () => []);
  for (const { gold, predicted } of candidates) {
    partners[gold]?.push(predicted);
    if (ofGold[gold] !== -1 || ofPredicted[predicted] !== -1) continue;
    ofGold[gold] = predicted;
    ofPredicted[predicted] = gold;
  }

  const augment = (gold: number, visited: Set<number>): boolean => {
    for (const predicted of partners[gold] ?? []) {
      if (visited.has(predicted)) continue;
      visited.add(predicted);
      const rival = ofPredicted[predicted] ?? -1;
      if (rival !== -1 && !augment(rival, visited)) continue;
      ofPredicted[predicted] = gold;
      ofGold[gold] = predicted;
      return true;
    }
    return false;
  };
  for (let gold = 0; gold < golds; gold++) if (ofGold[gold] === -1) augment(gold, new Set());
  return { ofGold, ofPredicted };
}
