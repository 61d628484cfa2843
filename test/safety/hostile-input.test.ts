import { describe, expect, it } from 'vitest';
import { randomness } from '../../bench/random.ts';
import { tryMutations } from '../../bench/safety/mutations.ts';
import { tryTerms } from '../../bench/safety/terms.ts';

/* A part of what `npm run bench:safety` does whole. */

describe('hostile input', () => {
  it('terms are written so that they read back equal, or refused', () => {
    const { equal, refused, wrong } = tryTerms(2000, randomness(1));
    expect(wrong).toEqual([]);
    expect([equal > 500, refused > 500]).toEqual([true, true]);
  });

  it('changed queries and Turtle files give an answer or an error that a user can read', async () => {
    const { right, refused, uncaught } = await tryMutations(1500, randomness(2));
    expect(uncaught).toEqual([]);
    expect([right > 50, refused > 200]).toEqual([true, true]);
  });
});
