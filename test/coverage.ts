import type { Coverage } from '../src/model/extraction.ts';

/** Coverage of fixtures that nobody asks for it. */
export const NO_COVERAGE: Coverage = { sentences: 0, sentencesWithClaims: 0, claims: 0, abstentions: 0, share: 1 };
