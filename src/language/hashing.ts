/**
 * Integer hashing of features. Weinberger, Dasgupta, Langford, Smola and Attenberg (2009), "Feature hashing for
 * large scale multitask learning": a feature is only ever known by its hash, so no dictionary of features is needed.
 */

/** Bits of a hash that identify a feature; training and run time share the few collisions this leaves. */
export const SLOT_BITS = 24;

/** The slot (0 … 2^24-1) a feature hash falls into. */
export const slotOf = (hash: number): number => hash >>> (32 - SLOT_BITS);

/** Folds one atomic value into a running hash (rotate, xor, multiply: the mixing step of FxHash). */
export const mix = (hash: number, value: number): number => Math.imul(((hash << 5) | (hash >>> 27)) ^ value, 0x9e3779b1);

/** FNV-1a over the UTF-16 units of `text` from `start` to `end`, as a signed 32-bit integer. */
export const hashString = (text: string, start = 0, end = text.length): number => {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
};
