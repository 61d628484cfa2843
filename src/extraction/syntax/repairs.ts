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

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'DET', 'ADJ', 'NUM', 'PART', 'CCONJ', 'PRON']);

const isFinite = (tokens: readonly Draft[], verb: Draft): boolean =>
  (verb.upos === 'VERB' && FINITE.has(verb.xpos)) ||
  tokens.some((token) => token.head === verb.index && token.deprel.startsWith('aux') && FINITE.has(token.xpos));

const hasSubject = (tokens: readonly Draft[], verb: number): boolean =>
  tokens.some((token) => token.head === verb && /^[nc]subj|^expl/.test(token.deprel));

const hasCase = (tokens: readonly Draft[], noun: number): boolean =>
  tokens.some((token) => token.head === noun && token.deprel === 'case' && token.xpos !== 'POS');

/** Head of a contiguous nominal range: the token whose head lies outside it. */
function headOf(tokens: readonly Draft[], first: number, last: number): Draft | undefined {
  return tokens
    .slice(first, last + 1)
    .find(
      (token) =>
        (token.head < first || token.head > last) && (token.upos === 'NOUN' || token.upos === 'PROPN' || token.upos === 'PRON'),
    );
}

/** Makes `subject` the subject of `verb`; where the verb hung on it, the verb takes its place. */
function promote(tokens: Draft[], subject: Draft, verb: Draft, passive: boolean): void {
  if (isUnder(tokens, verb.index, subject.index)) {
    verb.head = subject.head;
    verb.deprel = subject.deprel === 'nsubj' ? 'root' : subject.deprel;
    if (subject.head < 0) verb.deprel = 'root';
  }
  subject.head = verb.index;
  subject.deprel = passive ? 'nsubj:pass' : 'nsubj';
}

const isPassive = (tokens: readonly Draft[], verb: number): boolean =>
  tokens.some((token) => token.head === verb && token.deprel === 'aux:pass');

/** Last token of the noun phrase that starts at `first`, with the prepositional phrases that follow it. */
function nounPhraseEnd(tokens: readonly Draft[], first: number): number {
  let last = first;
  for (let at = first + 1; tokens[at]; at++) {
    const { upos } = tokens[at]!;
    if (NOMINAL.has(upos) || (upos === 'ADP' && tokens[at + 1] && NOMINAL.has(tokens[at + 1]!.upos))) last = at;
    else break;
  }
  return last;
}

/** Where a clause may begin: at the start, behind a closing quotation mark, behind a fronted phrase, after "whose" or "while". */
function clauseStarts(tokens: readonly Draft[]): number[] {
  const opener = tokens.findIndex((token) => token.upos !== 'PUNCT');
  const starts = tokens.filter((token, i) => {
    const before = tokens[i - 1];
    const earlier = tokens[i - 2];
    if (i === opener) return true;
    if (!before || token.upos === 'PUNCT') return false;
    if (/^["”»]$/.test(before.form) && earlier && /^[,!?.]$/.test(earlier.form)) return true;
    if (low(token) === 'whose' || low(before) === 'while') return true;
    return before.form === ',' && tokens[opener]?.upos === 'ADP' && tokens.findIndex((other) => other.form === ',') === i - 1;
  });
  return starts.map((token) => token.index);
}

/** A finite verb behind the interruption; a bare participle counts where the sentence has no other predicate. */
function delayedVerb(tokens: readonly Draft[], last: number, verbless: boolean): Draft | undefined {
  return tokens.find(
    (token) =>
      token.index > last + 2 &&
      token.upos === 'VERB' &&
      (isFinite(tokens, token) || (verbless && token.xpos === 'VBN' && low(tokens[token.index + 1]) !== 'by')) &&
      isBehindComma(tokens, token.index) &&
      !hasSubject(tokens, token.index),
  );
}

/**
 * "Hungary, by contrast, defended …", "Its ambassador, X, who followed the debate, called on …": the noun phrase that opens a
 * clause is the subject of the first finite verb behind the interrupting phrase.
 */
const interruptedSubject: Repair = (tokens) => {
  for (const first of clauseStarts(tokens)) {
    if (!NOMINAL.has(tokens[first]!.upos) || tokens[first]!.upos === 'CCONJ') continue;
    const last = nounPhraseEnd(tokens, first);
    if (tokens[last + 1]?.form !== ',') continue;
    const subject = headOf(tokens, first, last);
    if (!subject || subject.deprel.startsWith('nsubj') || hasCase(tokens, subject.index)) continue;
    const root = tokens.find((token) => token.head < 0)!;
    const verb = delayedVerb(tokens, last, root === subject);
    if (!verb || tokens.slice(last + 2, verb.index).some((token) => /^[.;:!?]$/.test(token.form))) continue;
    if (root.index > last && root.index < verb.index) {
      root.head = subject.index;
      root.deprel = 'acl:relcl';
      verb.head = -1;
      verb.deprel = 'root';
    }
    promote(tokens, subject, verb, isPassive(tokens, verb.index));
  }
};

function isBehindComma(tokens: readonly Draft[], at: number): boolean {
  let before = at - 1;
  while (
    tokens[before] &&
    (['ADV', 'AUX'].includes(tokens[before]!.upos) || (tokens[before]!.upos === 'PART' && tokens[before]!.xpos !== 'POS'))
  )
    before--;
  return tokens[before]?.form === ',';
}

/**
 * A finite verb right behind a bare noun phrase that opens its clause has that phrase as subject
 * ("On the sidelines of the summit, X and Y signed …").
 */
const adjacentSubject: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || !isFinite(tokens, verb) || hasSubject(tokens, verb.index) || verb.deprel.startsWith('acl'))
      continue;
    let last = verb.index - 1;
    while (
      tokens[last] &&
      (tokens[last]!.upos === 'ADV' ||
        tokens[last]!.upos === 'AUX' ||
        (tokens[last]!.upos === 'PART' && tokens[last]!.xpos !== 'POS'))
    )
      last--;
    let first = last;
    while (tokens[first - 1] && NOMINAL.has(tokens[first - 1]!.upos)) first--;
    if (first > last || first < 0 || !tokens[last] || !['NOUN', 'PROPN'].includes(tokens[last]!.upos)) continue;
    const opener = tokens[first - 1];
    if (opener && opener.form !== ',' && opener.upos !== 'SCONJ') continue;
    const subject = headOf(tokens, first, last);
    if (
      !subject ||
      subject.deprel.startsWith('nsubj') ||
      subject.deprel === 'appos' ||
      subject.deprel === 'obj' ||
      hasCase(tokens, subject.index)
    )
      continue;
    const closes = tokens.slice(verb.index + 1).every((token) => token.upos === 'PUNCT');
    if (opener?.form === ',' && !closes && !/^(?:ADP|SCONJ|VERB)$/.test(tokens[0]!.upos)) continue;
    promote(tokens, subject, verb, isPassive(tokens, verb.index));
  }
};

/** "protect the population from a genocide by X": an active verb with an object takes no by-agent; the noun before does. */
const nominalAgent: Repair = (tokens) => {
  for (const token of tokens) {
    if (token.deprel !== 'obl' && token.deprel !== 'obl:agent') continue;
    const by = tokens.find((other) => other.head === token.index && other.deprel === 'case' && low(other) === 'by');
    const verb = tokens[token.head];
    if (!by || !verb || verb.xpos === 'VBN' || isPassive(tokens, verb.index)) continue;
    const noun = tokens[by.index - 1];
    if (
      noun?.upos !== 'NOUN' ||
      token.upos === 'NUM' ||
      !tokens.some((other) => other.head === verb.index && other.deprel === 'obj')
    )
      continue;
    token.head = noun.index;
    token.deprel = 'nmod';
  }
};

const REPAIRS: readonly Repair[] = [
  punctuationRoot,
  accordingPhrase,
  timeSubject,
  interruptedSubject,
  adjacentSubject,
  nominalAgent,
  finalReport,
];

/** The sentence with its tree corrected where it breaks one of the regularities above. */
export function repaired(sentence: Sentence): Sentence {
  const tokens: Draft[] = sentence.tokens.map((token) => ({ ...token }));
  for (const repair of REPAIRS) repair(tokens);
  return { ...sentence, tokens };
}
