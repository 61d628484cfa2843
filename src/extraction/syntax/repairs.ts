import type { Sentence, Token } from '../../model/syntax.ts';

/*
 * Corrections of parser slips that matter for who does what. Each states a regularity of English that
 * a greedy parser trained on mixed genres is known to miss; a tree that obeys it is left as it is.
 */

type Draft = { -readonly [K in keyof Token]: Token[K] };
type Repair = (tokens: Draft[]) => void;

const low = (token: Draft | undefined): string => token?.form.toLowerCase() ?? '';
const isUnder = (tokens: readonly Draft[], token: number, ancestor: number): boolean => {
  for (let at = token, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]!.head, steps++)
    if (at === ancestor) return true;
  return false;
};

/** A mark is never the root: its first clausal child takes its place. */
const punctuationRoot: Repair = (tokens) => {
  const root = tokens.find((token) => token.head < 0);
  if (!root || root.upos !== 'PUNCT') return;
  const children = tokens.filter((token) => token.head === root.index && token.upos !== 'PUNCT');
  const heir = children.find((token) => token.upos === 'VERB') ?? children[0];
  if (!heir) return;
  for (const token of tokens) if (token.head === root.index) token.head = heir.index;
  heir.head = -1;
  heir.deprel = 'root';
  root.head = heir.index;
  root.deprel = 'punct';
};

/**
 * "According to X, Y and Z are …": the phrase ends at its comma, so what follows is not coordinated with X.
 * Without this the source becomes a subject of the clause it reports.
 */
const accordingPhrase: Repair = (tokens) => {
  tokens.forEach((token, at) => {
    if (low(token) !== 'according' || low(tokens[at + 1]) !== 'to') return;
    const comma = tokens.findIndex((other, i) => i > at + 1 && other.form === ',');
    if (comma < 0 || comma === tokens.length - 1) return;
    const isInside = (i: number): boolean => i >= at && i < comma;
    const head = tokens.findIndex((other, i) => isInside(i) && i > at + 1 && other.upos !== 'ADP' && !isInside(other.head));
    const source = head >= 0 ? tokens[head]! : undefined;
    if (!source || source.head < 0) return;
    const strays = tokens.filter(
      (other) => other.index > comma && other.head === source.index && ['conj', 'appos', 'list'].includes(other.deprel),
    );
    const [first, ...rest] = strays;
    if (first) {
      first.head = source.head;
      first.deprel = source.deprel;
      for (const other of rest) other.head = first.index;
    }
    if (source.deprel.startsWith('nsubj') || first) source.deprel = 'obl';
  });
};

const TIME_NOUNS = new Set([
  'yesterday',
  'today',
  'tomorrow',
  'tonight',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]);

/** A bare day name beside another subject says when, not who. */
const timeSubject: Repair = (tokens) => {
  for (const token of tokens) {
    if (token.deprel !== 'nsubj' || !TIME_NOUNS.has(low(token))) continue;
    if (tokens.some((other) => other !== token && other.head === token.head && other.deprel.startsWith('nsubj')))
      token.deprel = 'obl:unmarked';
  }
};

/** "warned that …, X said": the speaker clause at the end hangs on the clause it reports, not on a part of it. */
const finalReport: Repair = (tokens) => {
  const last = [...tokens].reverse().find((token) => token.upos !== 'PUNCT');
  if (!last || last.upos !== 'VERB' || last.deprel !== 'parataxis' || last.head < 0) return;
  const root = tokens.findIndex((token) => token.head < 0);
  if (root >= 0 && root !== last.index && isUnder(tokens, last.index, root)) last.head = root;
};

const REPAIRS: readonly Repair[] = [punctuationRoot, accordingPhrase, timeSubject, finalReport];

/** The sentence with its tree corrected where it breaks one of the regularities above. */
export function repaired(sentence: Sentence): Sentence {
  const tokens: Draft[] = sentence.tokens.map((token) => ({ ...token }));
  for (const repair of REPAIRS) repair(tokens);
  return { ...sentence, tokens };
}
