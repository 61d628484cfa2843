import { byCodeUnit } from './order.ts';

/**
 * What a claim's IRI hashes (design: ontology.md): the article's SHA-256, the kind of claim, its holder, its target or issue, its
 * polarity or type, and the sentence of its evidence. Never the rule, the confidence, the version or the exact span, so that a
 * better rule which finds the same claim finds it under the same IRI, and a person's judgement on it stays.
 */
export interface ClaimKey {
  readonly sha256: string;
  readonly kind: string;
  /** Whose claim it is: ids, sorted if several. */
  readonly holder: readonly string[];
  /** Ids of the targets, or the issue in words where there is none. */
  readonly target: readonly string[];
  readonly type: string | null;
  /** The sentence in which the evidence begins. */
  readonly sentence: string;
  /**
   * What tells apart two claims that agree in all of the above (a second act, a second issue). It enters the hash only where two
   * claims of an article do agree, and then for all of them, so that neither can inherit a judgement meant for the other.
   */
  readonly distinction: readonly (string | null)[];
}

/** Runs of white space count as one, so that a re-wrapped copy of an article keeps its sentences. */
const normal = (text: string): string => text.replace(/\s+/g, ' ').trim();

const plainKey = (key: ClaimKey): string =>
  JSON.stringify([
    key.sha256,
    key.kind,
    [...key.holder].sort(byCodeUnit),
    key.target.map(normal).sort(byCodeUnit),
    key.type,
    normal(key.sentence),
  ]);

const fullKey = (key: ClaimKey): string =>
  JSON.stringify([plainKey(key), key.distinction.map((part) => (part === null ? null : normal(part)))]);

/**
 * One key for each claim, in the order given. Claims that agree in everything get the same key: they are one claim with several
 * evidences.
 */
export const distinctKeys = (keys: readonly ClaimKey[]): string[] => {
  const variants = new Map<string, Set<string>>();
  for (const key of keys) {
    const plain = plainKey(key);
    const set = variants.get(plain) ?? new Set<string>();
    variants.set(plain, set.add(fullKey(key)));
  }
  return keys.map((key) => {
    const plain = plainKey(key);
    return variants.get(plain)!.size === 1 ? plain : fullKey(key);
  });
};
