import type { ArticleReader } from '../../app/reader.ts';
import type { WordGroups } from '../../app/word-groups.ts';
import type { Token } from '../../model/syntax.ts';

const CONTENT: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'ADV']);
const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'n’t',
  'no',
  'never',
  'nothing',
  'nobody',
  'none',
  'neither',
  'nor',
]);
const POS: Readonly<Record<string, string>> = { VERB: 'V', NOUN: 'N', PROPN: 'N', ADJ: 'A' };

export const isContent = ({ upos }: Token): boolean => CONTENT.has(upos);

export const isNegation = ({ form }: Token): boolean => NEGATIONS.has(form.toLowerCase());

/** Names and numbers are not learned, only that they are such. */
export const lemmaOf = ({ upos, lemma }: Token): string =>
  upos === 'PROPN' ? 'NAME' : upos === 'NUM' ? 'NUM' : lemma.toLowerCase();

/** What the codebook and the word groups hold of single words. */
export class WordSigns {
  readonly groups: WordGroups;
  readonly #lexicon: ArticleReader['lexicon'];

  constructor(lexicon: ArticleReader['lexicon'], groups: WordGroups) {
    this.#lexicon = lexicon;
    this.groups = groups;
  }

  /** "harm:oppose": what an evaluative word says of whom it is said of. */
  evaluation({ upos, lemma, form }: Token): string | undefined {
    const pos = POS[upos];
    const { evaluations } = this.#lexicon;
    const found = pos && (evaluations.get(`${lemma.toLowerCase()}/${pos}`) ?? evaluations.get(`${form.toLowerCase()}/${pos}`));
    return found ? `${found.kind}:${found.polarity}` : undefined;
  }

  /** Polarity of the first frame of a word. */
  frame({ upos, lemma }: Token): string | undefined {
    return this.#lexicon.frames.get(`${lemma.toLowerCase()}/${POS[upos] ?? ''}`)?.[0]?.polarity ?? undefined;
  }
}
