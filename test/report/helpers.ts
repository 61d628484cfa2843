import type { WritableEdge, WritableNetwork } from '../../src/report/network.ts';

export const edge = (
  source: string,
  target: string,
  sign: WritableEdge['sign'],
  more: Partial<WritableEdge> = {},
): WritableEdge => ({
  source,
  target,
  sign,
  weight: 1,
  positive: sign > 0 ? 1 : 0,
  negative: sign < 0 ? 1 : 0,
  net: sign,
  background: 0,
  layers: ['stance'],
  claims: ['c1'],
  articles: ['a1'],
  topics: [],
  first: null,
  last: null,
  ...more,
});

export const network = (
  labels: Readonly<Record<string, string>>,
  edges: readonly WritableEdge[],
  more: Partial<WritableNetwork> = {},
): WritableNetwork => ({
  directed: true,
  definition: 'Who supports or opposes whom.',
  layers: ['stance'],
  nodes: Object.entries(labels).map(([id, label]) => ({ id, label, mode: null, inDegree: 0, outDegree: 0 })),
  edges,
  ...more,
});

/** Names as hostile articles may bring them. */
export const HOSTILE = 'A"><script>&\u001b[31m\u0000\u202e\'B';
