import type { Tally } from '../tally.ts';
import type { Answer } from './answer.ts';
import type { GoldArticle } from './gold.ts';
import { type Cast, normaliseName } from './names.ts';

/**
 * Scores the stance network: edges by source, target and sign, and by weight, where a weight within the gold
 * bounds (alternative readings, optional positions) counts as the gold weight. Names must stand at roll-up level.
 */
export function scoreEdges(gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  const given = new Map<string, number>();
  for (const edge of answer.edges) {
    const end = (name: string): string => cast.resolve(name) ?? `?${normaliseName(name)}`;
    const key = keyOf(end(edge.source), end(edge.target), edge.polarity);
    given.set(key, (given.get(key) ?? 0) + (Number(edge.weight) > 0 ? Number(edge.weight) : 1));
  }
  const golds = new Map(gold.edges.map((edge) => [keyOf(edge.source, edge.target, edge.polarity), edge]));
  const weights = { right: 0, predicted: 0, gold: 0 };
  let right = 0;
  let predicted = 0;
  for (const [key, weight] of given) {
    const edge = golds.get(key);
    if (key.endsWith('>neutral') || edge?.optional) continue;
    predicted++;
    if (!edge) {
      weights.predicted += weight;
      tally.finding(gold.id, 'edge extra', key, weight);
      continue;
    }
    right++;
    const within = weight >= edge.weight_min && weight <= edge.weight_max;
    weights.right += within ? edge.weight : Math.min(weight, edge.weight);
    weights.predicted += within ? edge.weight : weight;
    tally.count('matched edges: weight within bounds', within ? 1 : 0);
  }
  const required = [...golds].filter(([, edge]) => !edge.optional);
  for (const [key, edge] of required) {
    weights.gold += edge.weight;
    tally.recall('edges', edge.difficulty, given.has(key));
    if (!given.has(key)) tally.finding(gold.id, 'edge missed', key, edge.weight);
  }
  tally.layer('edges', { right, predicted, gold: required.length });
  tally.layer('edges (weighted)', weights);
}

const keyOf = (source: string, target: string, polarity: string): string => [source, target, polarity].join('>');
