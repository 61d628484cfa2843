/**
 * All eigenvalues of a real symmetric matrix, given by rows, in no particular order. The matrix is used up. Takes
 * about 4/3 n^3 steps.
 *
 * Reference: J. H. Wilkinson and C. Reinsch, Handbook for Automatic Computation 2: Linear Algebra (1971),
 * contributions II/2 (reduction to tridiagonal form by reflections) and II/4 (implicit QL).
 */
export function symmetricEigenvalues(matrix: readonly Float64Array[]): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix);
  return implicitQl(diagonal, beside);
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Entry `i` stands between diagonal entries `i` and `i + 1`; the last is 0. */
  readonly beside: Float64Array;
}

/** Reflects the rows from the first on so that only the entry beside the diagonal is left. */
function tridiagonal(a: readonly Float64Array[]): Tridiagonal {
  const n = a.length;
  const beside = new Float64Array(n);
  const image = new Float64Array(n);
  for (let k = 0; k + 1 < n; k++) {
    const v = a[k]!;
    let square = 0;
    for (let j = k + 1; j < n; j++) square += v[j]! * v[j]!;
    const length = Math.sqrt(square);
    const alpha = v[k + 1]! > 0 ? -length : length;
    beside[k] = alpha;
    if (k + 2 === n) beside[k] = v[k + 1]!;
    // v becomes the normal of the mirror; half its squared length is `half`.
    const half = square - alpha * v[k + 1]!;
    if (k + 2 === n || half < 1e-300) continue;
    v[k + 1]! -= alpha;
    reflect(a, v, k + 1, half, image);
  }
  return { diagonal: Float64Array.from(a, (row, i) => row[i]!), beside };
}

/** The part of the matrix from `from` on, mirrored on both sides: A - v w' - w v'. */
function reflect(a: readonly Float64Array[], v: Float64Array, from: number, half: number, w: Float64Array): void {
  const n = a.length;
  let product = 0;
  for (let i = from; i < n; i++) {
    const row = a[i]!;
    let sum = 0;
    for (let j = from; j < n; j++) sum += row[j]! * v[j]!;
    w[i] = sum / half;
    product += w[i]! * v[i]!;
  }
  const share = product / (2 * half);
  for (let i = from; i < n; i++) w[i]! -= share * v[i]!;
  for (let i = from; i < n; i++) {
    const row = a[i]!;
    const [vi, wi] = [v[i]!, w[i]!];
    for (let j = from; j < n; j++) row[j]! -= vi * w[j]! + wi * v[j]!;
  }
}

/** Most sweeps for one eigenvalue; two suffice as a rule. */
const MAX_SWEEPS = 100;

function implicitQl(d: Float64Array, e: Float64Array): Float64Array {
  for (let low = 0; low < d.length; low++)
    for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      let high = low;
      while (high + 1 < d.length && Math.abs(e[high]!) > 2.3e-16 * (Math.abs(d[high]!) + Math.abs(d[high + 1]!))) high++;
      if (high === low) break;
      chase(d, e, low, high);
    }
  return d;
}

/** One QL step with implicit shift on the part from `low` to `high`. */
function chase(d: Float64Array, e: Float64Array, low: number, high: number): void {
  const ratio = (d[low + 1]! - d[low]!) / (2 * e[low]!);
  const root = Math.sqrt(ratio * ratio + 1);
  let g = d[high]! - d[low]! + e[low]! / (ratio + (ratio >= 0 ? root : -root));
  let [sine, cosine, shift] = [1, 1, 0];
  for (let i = high - 1; i >= low; i--) {
    const f = sine * e[i]!;
    const b = cosine * e[i]!;
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1]! -= shift;
      e[high] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = d[i + 1]! - shift;
    const t = (d[i]! - g) * sine + 2 * cosine * b;
    shift = sine * t;
    d[i + 1] = g + shift;
    g = cosine * t - b;
  }
  d[low]! -= shift;
  e[low] = g;
  e[high] = 0;
}
