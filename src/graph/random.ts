/** Uniform numbers in [0, 1) from a seed; the same on every machine. */
export type Random = () => number;

/**
 * Mulberry32, a 32-bit generator by T. Ettinger (public domain, 2017): integer arithmetic only, period 2^32. Good
 * enough to vary the starts of a search; no cryptography.
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
