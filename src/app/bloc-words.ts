import { type Blocs, keyWords } from '../graph/index.ts';
import type { Reason } from './why.ts';

/** Adds to each bloc the words that the quotations behind its claims have more often than those of the others. */
export function withWords(result: Blocs, reasons: ReadonlyMap<string, readonly Reason[]>): Blocs {
  const words = keyWords(
    result.blocs.map(({ topics }) =>
      wordsOf(
        topics.flatMap(({ claims }) => claims),
        reasons,
      ),
    ),
  );
  return { ...result, blocs: result.blocs.map((bloc, i) => ({ ...bloc, words: words[i]! })) };
}

/** Each quotation counts once, however many claims rest on it. */
function wordsOf(claims: readonly string[], reasons: ReadonlyMap<string, readonly Reason[]>): string[] {
  const quotes = new Set([...new Set(claims)].flatMap((claim) => (reasons.get(claim) ?? []).map(({ quote }) => quote)));
  return [...quotes].flatMap((quote) => quote.toLowerCase().match(/\p{L}[\p{L}'’-]+/gu) ?? []);
}
