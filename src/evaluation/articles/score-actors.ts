import type { Tally } from '../tally.ts';
import type { Answer } from './answer.ts';
import type { GoldArticle } from './gold.ts';
import { type Cast, normaliseName, normaliseType } from './names.ts';

/** Scores the actor list: each gold actor once, then whether its type and, for persons, its affiliation are right. */
export function scoreActors(gold: GoldArticle, answer: Answer, cast: Cast, tally: Tally): void {
  const required = gold.actors.filter((actor) => !actor.optional);
  const found = new Set<string>();
  let typed = 0;
  let predicted = 0;
  for (const given of answer.actors) {
    const id = cast.resolve(given.name);
    if (id !== null && cast.get(id).optional) continue;
    predicted++;
    if (id === null || found.has(id)) {
      tally.finding(gold.id, id === null ? 'actor extra' : 'actor duplicate', given.name);
      continue;
    }
    found.add(id);
    const actor = cast.get(id);
    if (given.affiliation !== undefined && actor.type === 'person')
      tally.count('matched persons: affiliation right (if given)', affiliationRight(id, given.affiliation, cast) ? 1 : 0);
    if (normaliseType(given.type) === actor.type) typed++;
    else tally.finding(gold.id, 'actor type', given.name, given.type, `gold ${actor.type}`);
  }
  tally.layer('actors', { right: found.size, predicted, gold: required.length });
  tally.layer('actors+type', { right: typed, predicted, gold: required.length });
  for (const actor of required) {
    tally.recall('actors', actor.difficulty, found.has(actor.id));
    if (!found.has(actor.id)) tally.finding(gold.id, 'actor missed', actor.name);
  }
  scoreTraps(gold, answer, tally);
}

function affiliationRight(person: string, given: string | null, cast: Cast): boolean {
  const wanted = cast.affiliations(person);
  if (wanted.length === 0) return !given;
  const got = given ? cast.resolve(given) : null;
  return got !== null && wanted.some((id) => id === got || cast.rollUp(id) === cast.rollUp(got));
}

function scoreTraps(gold: GoldArticle, answer: Answer, tally: Tally): void {
  const names = new Set(answer.actors.map((actor) => normaliseName(actor.name)));
  for (const trap of gold.traps) {
    if (trap.kind !== 'actor') continue;
    const hit = names.has(normaliseName(trap.name));
    tally.count('traps fallen into: actors', hit ? 1 : 0);
    if (hit) tally.finding(gold.id, 'trap actor', trap.name, trap.why);
  }
}
