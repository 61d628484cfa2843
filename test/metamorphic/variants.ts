import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Substitution {
  readonly name: string;
  readonly exchanges: 'actors' | 'verbs';
  /** Canonical names that are not simply the words exchanged in the old ones. */
  readonly names: Readonly<Record<string, string>>;
  /** Words of the article and what stands in their place. */
  readonly words: Readonly<Record<string, string>>;
}

export const SUBSTITUTIONS: readonly Substitution[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'substitutions.json'), 'utf8'),
);

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Exchanges whole words, the longest that fit. */
export function exchange(text: string, { words }: Substitution): string {
  const longestFirst = Object.keys(words).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}-])`, 'gu');
  return text.replace(pattern, (found) => words[found]!);
}

/** The name that an actor or place of the sample has in the variant. */
export const rename = (name: string, substitution: Substitution): string =>
  substitution.names[name] ?? exchange(name, substitution);

/** The same paragraphs in another order; counted from 0, blank lines between them. */
export const reorder = (text: string, order: readonly number[]): string => {
  const paragraphs = text.split('\n\n');
  if ([...order].sort((a, b) => a - b).some((paragraph, i) => paragraph !== i) || order.length !== paragraphs.length)
    throw new Error(`not an order of ${paragraphs.length} paragraphs`);
  return order.map((paragraph) => paragraphs[paragraph]).join('\n\n');
};
