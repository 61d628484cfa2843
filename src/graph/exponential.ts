/** e to the power x, by the series of x / 2^k and k squarings, in plain arithmetic: the same on every machine. */
export function exponential(x: number): number {
  let [part, squarings] = [x, 0];
  for (; part > 0.5 || part < -0.5; squarings++) part /= 2;
  let [sum, term] = [1, 1];
  for (let k = 1; k <= 18; k++) {
    term *= part / k;
    sum += term;
  }
  for (; squarings > 0; squarings--) sum *= sum;
  return sum;
}
