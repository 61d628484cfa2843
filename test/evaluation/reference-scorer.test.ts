import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadReader } from '../../src/app/reader.ts';
import { type Answer, answerOf } from '../../src/evaluation/articles/answer.ts';
import { type GoldArticle, parseGold } from '../../src/evaluation/articles/gold.ts';
import { scoreArticle } from '../../src/evaluation/articles/score.ts';
import { Tally } from '../../src/evaluation/tally.ts';
import { GOLD_FOLDER, SHARED } from '../shared.ts';

/*
 * The scorer must agree with the reference scorer that comes with the development articles, to the last digit,
 * on answers damaged in many ways.
 */
const reference = join(SHARED ?? '', 'benchmarks', 'articles', 'score.mjs');
const available = SHARED !== null && existsSync(reference);

type Loose = { -readonly [K in keyof Answer]: Record<string, unknown>[] };
interface ReferenceLayer {
  tpp: number;
  tpr: number;
  np: number;
  ng: number;
}
type Hits = Record<string, { hit: number; n: number }>;

/** The accumulator the reference scorer writes to. */
class ReferenceTally {
  L: Record<string, ReferenceLayer> = {};
  extra: Hits = {};
  diff: Record<string, Hits> = {};
  log: string[] = [];
  add(layer: string, tp: number, np: number, ng: number, tpr = tp): void {
    this.L[layer] ??= { tpp: 0, tpr: 0, np: 0, ng: 0 };
    const sum = this.L[layer];
    sum.tpp += tp;
    sum.tpr += tpr;
    sum.np += np;
    sum.ng += ng;
  }
  rec(layer: string, level: string, hit: boolean): void {
    this.diff[layer] ??= {};
    bump(this.diff[layer], level, hit ? 1 : 0, 1);
  }
  ex(key: string, hit: number, n = 1): void {
    bump(this.extra, key, hit, n);
  }
}

function bump(hits: Hits, key: string, hit: number, n: number): void {
  hits[key] ??= { hit: 0, n: 0 };
  hits[key].hit += hit;
  hits[key].n += n;
}

/** Linear congruential generator (Numerical Recipes), so that the damage is the same on every run. */
const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
};

function perfectAnswer(gold: GoldArticle): Loose {
  const name = (id: string): string => gold.actors.find((actor) => actor.id === id)!.name;
  const span = ({ start, end }: { start: number; end: number }) => ({ start, end });
  return {
    actors: gold.actors.map((a) => ({ name: a.name, type: a.type, affiliation: a.affiliation ? name(a.affiliation) : null })),
    statements: gold.statements.map((s) => ({ speaker: name(s.speaker), ...span(s) })),
    positions: gold.positions.map((p) => ({
      holder: name(p.holder),
      target: p.target.actor ? name(p.target.actor) : null,
      polarity: p.polarity,
      evidence: span(p.evidence),
      speech_act: p.speech_act,
      voiced_by: p.voiced_by ? name(p.voiced_by) : null,
    })),
    events: gold.events.map((e) => ({
      type: e.type,
      initiators: e.initiators.map(name),
      recipients: e.recipients.map(name),
      date: e.date,
      place: e.place?.[0] ?? null,
      factuality: e.factuality,
      evidence: span(e.evidence),
    })),
    edges: gold.edges.map((e) => ({ source: e.source, target: e.target, polarity: e.polarity, weight: e.weight || 1 })),
  };
}

/** Damages an answer: drops, doubles, moves, renames, flips, swaps; about one item in three is touched. */
function damage(gold: GoldArticle, seed: number): Loose {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const anyName = (): string => {
    const actor = pick(gold.actors);
    return pick([actor.name, ...actor.aliases, `the ${actor.name}'s`, actor.name.toUpperCase(), 'Freedonia']);
  };
  const moved = (span: { start: number; end: number }) => {
    const by = pick([-400, -60, -30, -5, 7, 35, 120]);
    return { start: Math.max(0, span.start + by), end: Math.max(1, span.end + by + next(9)) };
  };
  const justBeside = ({ end }: { end: number }) => {
    const start = end + pick([38, 39, 40, 41]);
    return { start, end: start + 20 };
  };
  const change: Record<keyof Loose, ((item: Record<string, unknown>) => void)[]> = {
    actors: [
      (a) => (a.type = pick(['country', 'igo', 'Ministry', 'person'])),
      (a) => (a.name = anyName()),
      (a) => (a.affiliation = pick([null, anyName()])),
      (a) => delete a.affiliation,
    ],
    statements: [(s) => Object.assign(s, moved(s as never)), (s) => (s.speaker = anyName())],
    positions: [
      (p) => (p.polarity = pick(['support', 'oppose', 'neutral'])),
      (p) => ([p.holder, p.target] = [p.target ?? 'Freedonia', p.holder]),
      (p) => (p.target = pick([null, anyName()])),
      (p) => (p.evidence = moved(p.evidence as never)),
      (p) => delete p.evidence,
      (p) => (p.holder = p.voiced_by ?? p.holder),
      (p) => (p.speech_act = pick(['accuse', 'state'])),
    ],
    events: [
      (e) => (e.type = pick(['CONSULT', 'accuse', 'REJECT', 'AGREE'])),
      (e) => (e.date = pick([null, '2024', '2024-07', '2024-07-10', '2024-07-08/2024-07-14', '2022-02/..', 'soon'])),
      (e) => (e.place = pick([null, 'Brest, Belarus', 'Geneva', ['Doha', 'Qatar'], 'in the Gulf'])),
      (e) => ([e.initiators, e.recipients] = [e.recipients, e.initiators]),
      (e) => (e.initiators = [...(e.initiators as string[]), anyName(), anyName()]),
      (e) => (e.evidence = moved(e.evidence as never)),
      (e) => (e.evidence = justBeside(e.evidence as never)),
      (e) => delete e.evidence,
      (e) => (e.factuality = pick(['asserted', 'alleged'])),
    ],
    edges: [
      (e) => (e.weight = next(9)),
      (e) => ([e.source, e.target] = [e.target, e.source]),
      (e) => (e.polarity = pick(['support', 'oppose', 'neutral'])),
      (e) => (e.source = anyName()),
    ],
  };
  const perfect = perfectAnswer(gold);
  const layers = Object.keys(perfect) as (keyof Loose)[];
  return Object.fromEntries(
    layers.map((layer) => {
      const items = perfect[layer].flatMap((item) => {
        const copies = pick([0, 1, 1, 1, 1, 2]);
        return Array.from({ length: copies }, () => structuredClone(item));
      });
      for (const item of items) if (next(3) === 0) pick(change[layer])(item);
      return [layer, items];
    }),
  ) as unknown as Loose;
}

describe.skipIf(!available)(available ? 'reference scorer' : 'reference scorer (not run: benchmarks are absent)', async () => {
  const { scoreOne } = available ? await import(pathToFileURL(reference).href) : { scoreOne: undefined };
  const golds = readdirSync(GOLD_FOLDER)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => parseGold(file, readFileSync(join(GOLD_FOLDER, file), 'utf8')));

  /** Scores the answers with both and compares every count. */
  function compare(answers: readonly Answer[]): void {
    const theirs = new ReferenceTally();
    const ours = new Tally();
    for (const [index, gold] of golds.entries()) {
      scoreOne(gold, answers[index], theirs);
      scoreArticle(gold, answers[index]!, ours);
    }
    const layers = Object.fromEntries(
      Object.entries(theirs.L).map(([name, x]) => {
        const p = x.np ? x.tpp / x.np : 0;
        const r = x.ng ? x.tpr / x.ng : 0;
        return [name, { p, r, f: p + r ? (2 * p * r) / (p + r) : 0, predicted: x.np, gold: x.ng }];
      }),
    );
    const named = (hits: Hits) =>
      Object.fromEntries(Object.entries(hits).map(([name, x]) => [name, { hits: x.hit, trials: x.n }]));
    expect(Object.fromEntries(ours.layers)).toEqual(layers);
    expect(Object.fromEntries(ours.counters)).toEqual(named(theirs.extra));
    expect(Object.fromEntries([...ours.recalls].map(([layer, levels]) => [layer, Object.fromEntries(levels)]))).toEqual(
      Object.fromEntries(Object.entries(theirs.diff).map(([layer, levels]) => [layer, named(levels)])),
    );
  }

  it('gives the same counts on perfect answers', () => compare(golds.map(perfectAnswer) as unknown as Answer[]));

  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('gives the same counts on damaged answers, seed %i', (seed) =>
    compare(golds.map((gold, index) => damage(gold, seed * 1000 + index)) as unknown as Answer[]),
  );

  it("gives the same counts on the program's own answers", () => {
    const reader = loadReader();
    const answers = golds.map(({ file }) => {
      const document = reader.document({ name: file, bytes: readFileSync(join(GOLD_FOLDER, file)) });
      return answerOf(reader.read(document).extraction);
    });
    compare(answers);
  });
});
