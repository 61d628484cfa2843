import type { TreebankSentence } from '../conllu.ts';

/*
 * Names in the entity annotation of a treebank's MISC column (the format of UD English GUM: Zeldes 2017, "The GUM corpus").
 */

export type NameKind = 'person' | 'place' | 'organization';
export const NAME_KINDS: readonly NameKind[] = ['person', 'place', 'organization'];

/** A name in words of its sentence: `start` inclusive, `end` exclusive. */
export interface NameInWords {
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const LINKS = /^(?:of|the|and|for|-|–|&|'s|’s|de|al|bin|von|van)$/i;

/** All mentions of a sentence with their entity type; mentions do not cross sentences here. */
const mentionsOf = ({ words }: TreebankSentence): (Range & { type: string })[] => {
  const open: { id: string; type: string; start: number }[] = [];
  const found: (Range & { type: string })[] = [];
  words.forEach(({ misc }, i) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [, opening, closing] of entity.matchAll(/\(([^()]+)|([^()]*)\)/g)) {
      if (opening !== undefined) {
        const [id = '', type = ''] = opening.split('-');
        open.push({ id, type, start: i });
        continue;
      }
      const at = closing === '' ? open.length - 1 : open.findLastIndex(({ id }) => id === closing);
      if (at < 0) continue;
      const { type, start } = open.splice(at, 1)[0]!;
      found.push({ type, start, end: i + 1 });
    }
  });
  return found;
};

/** The proper-noun core of a mention whose head is a proper noun, without titles, or null. */
function coreOf({ words }: TreebankSentence, { start, end }: Range): Range | null {
  let head = start;
  while (head < end && words[head]!.head >= start && words[head]!.head < end) head++;
  if (head >= end || words[head]!.upos !== 'PROPN') return null;
  const proper = (i: number): boolean =>
    i >= start && i < end && /^NNPS?$/.test(words[i]!.xpos) && words[i]!.deprel !== 'nmod:desc';
  const link = (i: number): boolean => i > start && i < end - 1 && LINKS.test(words[i]!.form);
  let from = head;
  while (proper(from - 1) || (link(from - 1) && proper(from - 2))) from--;
  let to = head + 1;
  while (proper(to) || (link(to) && (proper(to + 1) || (link(to + 1) && proper(to + 2))))) to++;
  return { start: from, end: to };
}

/** Names of a sentence in words, longest first, without overlaps. */
export function namesOf(sentence: TreebankSentence): NameInWords[] {
  const taken = new Set<number>();
  const mentions = mentionsOf(sentence).sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return mentions.flatMap((mention) => {
    const kind = NAME_KINDS.find((one) => one === mention.type);
    const core = kind ? coreOf(sentence, mention) : null;
    if (!kind || !core) return [];
    const places = Array.from({ length: core.end - core.start }, (_, k) => core.start + k);
    if (places.some((place) => taken.has(place))) return [];
    for (const place of places) taken.add(place);
    return [{ ...core, kind }];
  });
}
