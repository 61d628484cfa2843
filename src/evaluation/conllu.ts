/** Reading of CoNLL-U, the format of Universal Dependencies (https://universaldependencies.org/format.html). */

/** A syntactic word as a treebank gives it. */
export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head from 0; -1 for the root. */
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
}

/** A surface token: its text and the words (from, to) it covers; more than one for a multiword token. */
export interface SurfaceToken {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly spaceAfter: boolean;
}

export interface TreebankSentence {
  readonly words: readonly TreebankWord[];
  readonly tokens: readonly SurfaceToken[];
  readonly comments: readonly string[];
}

/** The sentences of a CoNLL-U text; empty nodes and enhanced dependencies are left out. */
export const parseConllu = (text: string): TreebankSentence[] =>
  text
    .split(/\n\s*\n/)
    .filter((chunk) => chunk.trim() !== '')
    .map(parseSentence);

const parseSentence = (chunk: string): TreebankSentence => {
  const words: TreebankWord[] = [];
  const tokens: SurfaceToken[] = [];
  const comments: string[] = [];
  let covered = 0;
  for (const line of chunk.split('\n')) {
    if (line.startsWith('#')) comments.push(line);
    const column = line.split('\t');
    if (column.length < 10) continue;
    const [id, form, lemma, upos, xpos, , head, deprel, , misc] = column as [string, string, string, string, string, ...string[]];
    const spaceAfter = !/(^|\|)SpaceAfter=No(\||$)/.test(misc!);
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      covered = Number(range[2]);
      tokens.push({ form, start: Number(range[1]) - 1, end: covered, spaceAfter });
    } else if (/^\d+$/.test(id)) {
      words.push({ form, lemma, upos, xpos, head: Number(head) - 1, deprel: deprel!, misc: misc!.trim() });
      if (words.length > covered) tokens.push({ form, start: words.length - 1, end: words.length, spaceAfter });
    }
  }
  return { words, tokens, comments };
};

/** Value of a sentence-level comment `# key = value`. */
export const commentValue = (sentence: TreebankSentence, key: string): string | undefined => {
  const prefix = `# ${key} = `;
  return sentence.comments.find((line) => line.startsWith(prefix))?.slice(prefix.length);
};
