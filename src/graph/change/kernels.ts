import { exponential } from '../exponential.ts';

/*
 * Kernels that weigh a claim by its distance in time. Reference: M. P. Wand and M. C. Jones, Kernel Smoothing (1995),
 * section 2.7; scaled to 1 at the centre, since only ratios of weights count here.
 */

/** `u` is the distance from the centre of the window in bandwidths. */
const WEIGHT = {
  uniform: (u: number) => (u <= 1 ? 1 : 0),
  triangular: (u: number) => Math.max(0, 1 - u),
  epanechnikov: (u: number) => Math.max(0, 1 - u * u),
  // Two thirds of its mass lie within one bandwidth; what is three away counts for nothing.
  gaussian: (u: number) => (u <= 3 ? exponential(-(u * u) / 2) : 0),
} as const;

export type Kernel = keyof typeof WEIGHT;
export const KERNELS = Object.keys(WEIGHT) as Kernel[];

/** Weight from 0 to 1 of something `days` away from the centre. */
export const kernelWeight = (kernel: Kernel, days: number, bandwidth: number): number =>
  WEIGHT[kernel](Math.abs(days) / bandwidth);

/** Distance in days beyond which nothing counts. */
export const kernelReach = (kernel: Kernel, bandwidth: number): number => (kernel === 'gaussian' ? 3 * bandwidth : bandwidth);
