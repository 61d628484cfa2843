/** How far below 1 the values along a cycle must sum for the cycle to count as violated. */
export const TOLERANCE = 1e-6;

/** Added to each edge of a path, so that of paths of equal sum the one with fewest edges is found. */
export const ANY_LENGTH = 1e-7;
const SHORT = 0.02;

/**
 * Looks for short cycles first, which bound better than long ones of nearly the same sum; where there is none left,
 * for all.
 */
export function shortFirst(
  find: (values: ArrayLike<number>, step: number) => number[][],
): (values: ArrayLike<number>) => number[][] {
  return (values) => {
    const short = find(values, SHORT);
    return short.length > 0 ? short : find(values, ANY_LENGTH);
  };
}
