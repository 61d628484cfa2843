import { describe, expect, it } from 'vitest';
import { jobThatYields, nextJob, Usage } from '../../src/app/endpoint/schedule.ts';

const job = (client: string, name = client) => ({ client, name });
const using = (uses: Readonly<Record<string, number>>) => (client: string) => uses[client] ?? 0;

describe('the next job', () => {
  const cases: readonly [string, string[], string[], Record<string, number>, number, string | null, string[]?][] = [
    ['is the oldest of equals', ['a', 'b'], [], {}, 2, 'a'],
    ['is of whoever has used least', ['a', 'b', 'c'], [], { a: 0.5, b: 0.1, c: 0.2 }, 2, 'b'],
    ['is not of a client that holds all places but one', ['a', 'b'], ['a'], { a: 0, b: 0.5 }, 2, 'b'],
    ['waits where nobody else does', ['a'], ['a'], {}, 2, null],
    ['is not of a second slow client', ['b'], ['a'], {}, 2, null, ['a', 'b']],
    ['is of a slow client where another place is left', ['b'], ['a'], {}, 3, 'b', ['a', 'b']],
    ['is of a slow client where only quick ones run', ['b'], ['a'], {}, 2, 'b', ['b']],
    ['is of one who asks much and quickly, beside a slow one', ['b'], ['a'], { b: 99 }, 2, 'b', ['a']],
    ['is of anybody where there is but one place', ['a'], [], { a: 9 }, 1, 'a'],
    ['is none where nobody waits', [], [], {}, 2, null],
  ];
  it.each(cases)('%s', (_what, waiting, running, uses, places, expected, slow = []) => {
    const next = nextJob(
      waiting.map((client) => job(client)),
      running.map((client) => job(client)),
      { places, usage: (client) => ({ total: uses[client] ?? 0, typical: slow.includes(client) ? 9 : 0.1 }) },
    );
    expect(next?.client ?? null).toBe(expected);
  });
});

describe('the job that gives way', () => {
  const cases: readonly [string, string[], string[], Record<string, number>, string | null][] = [
    ['is of whoever has used most', ['c'], ['a', 'b'], { a: 2, b: 5 }, 'b'],
    ['is none where nobody waits', [], ['a'], { a: 5 }, null],
    ['is none where those who wait have used more', ['c'], ['a'], { a: 2, c: 3 }, null],
    ['is none where those who wait have used as much', ['a'], ['a'], { a: 2 }, null],
  ];
  it.each(cases)('%s', (_what, waiting, running, uses, expected) => {
    const found = jobThatYields(
      waiting.map((client) => job(client)),
      running.map((client) => job(client)),
      using(uses),
    );
    expect(found?.client ?? null).toBe(expected);
  });
});

describe('usage', () => {
  it('adds up, and halves in a minute', () => {
    const usage = new Usage();
    usage.add('a', 4, 0);
    usage.add('a', 2, 60);
    expect([usage.of('a', 60), usage.of('a', 120), usage.of('b', 0)].map(({ total }) => total)).toEqual([4, 2, 0]);
    expect([usage.of('a', 60), usage.of('a', 120)].map(({ typical }) => typical)).toEqual([1.5, 0.75]);
  });

  it('forgets clients long gone', () => {
    const usage = new Usage();
    for (let i = 0; i < 20_001; i++) usage.add(String(i), 0.01, i);
    expect(usage.of('0', 20_001).total).toBe(0);
  });
});
