import { hasSubject, isFiniteVerb, isUnder, low, type Repair } from './draft.ts';

/** A mark is never the root: its first clausal child takes its place. */
export const punctuationRoot: Repair = (tokens) => {
  const root = tokens.find((token) => token.head < 0);
  if (root?.upos !== 'PUNCT') return;
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
export const accordingPhrase: Repair = (tokens) => {
  tokens.forEach((token, at) => {
    if (low(token) !== 'according' || low(tokens[at + 1]) !== 'to') return;
    const comma = tokens.findIndex((other, i) => i > at + 1 && other.form === ',');
    if (comma < 0 || comma === tokens.length - 1) return;
    const isInside = (i: number): boolean => i >= at && i < comma;
    const head = tokens.findIndex((other, i) => isInside(i) && i > at + 1 && other.upos !== 'ADP' && !isInside(other.head));
    const source = head >= 0 ? tokens[head]! : undefined;
    if (!source || source.head < 0) return;
    const strays = tokens.filter(
      (other) => other.index > comma && isInside(other.head) && ['conj', 'appos', 'list', 'nmod:unmarked'].includes(other.deprel),
    );
    const [first, ...rest] = strays;
    if (first) {
      first.head = source.head;
      first.deprel = hasSubject(tokens, source.head) ? source.deprel : 'nsubj';
      const joined = tokens.find(
        (other) =>
          other.index > first.index &&
          other.index < source.head &&
          other.head === source.head &&
          other.deprel === 'obl' &&
          tokens.some((cc) => cc.head === other.index && cc.deprel === 'cc'),
      );
      if (joined) {
        joined.head = first.index;
        joined.deprel = 'conj';
      }
      for (const other of rest) other.head = first.index;
    }
    if (source.deprel.startsWith('nsubj') || first) source.deprel = 'obl';
  });
};

/** "warned that …, X said": the speaker clause at the end hangs on the clause it reports, not on a part of it. */
export const finalReport: Repair = (tokens) => {
  const last = [...tokens].reverse().find((token) => token.upos !== 'PUNCT');
  if (last?.upos !== 'VERB' || last.deprel !== 'parataxis' || last.head < 0) return;
  const root = tokens.findIndex((token) => token.head < 0);
  if (root >= 0 && root !== last.index && isUnder(tokens, last.index, root)) last.head = root;
};

const MISPLACED = new Set(['acl', 'ccomp', 'xcomp', 'advcl', 'parataxis', 'amod', 'dep']);

const PAST = new Set(['VBD', 'VBN', 'VBZ', 'VBP']);

/** "rejected the comparison and accused …": a verb behind "and" or "but" without a subject of its own goes on with the clause before. */
export const sharedSubject: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || !PAST.has(verb.xpos) || !MISPLACED.has(verb.deprel) || hasSubject(tokens, verb.index)) continue;
    const before = tokens[verb.index - 1];
    const cc = before?.upos === 'ADV' ? tokens[verb.index - 2] : before;
    if (cc?.upos !== 'CCONJ' || tokens.some((token) => token.head === verb.index && token.deprel === 'mark')) continue;
    const earlier = [...tokens.slice(0, cc.index)]
      .reverse()
      .find(
        (token) =>
          token.upos === 'VERB' &&
          token.xpos === (verb.xpos === 'VBN' ? 'VBD' : verb.xpos) &&
          !isUnder(tokens, token.index, verb.index) &&
          !token.deprel.startsWith('acl'),
      );
    if (!earlier) continue;
    verb.head = earlier.index;
    verb.deprel = 'conj';
    if (verb.xpos === 'VBN' && earlier.xpos === 'VBD') verb.xpos = 'VBD';
    cc.head = verb.index;
  }
};

const SUBORDINATORS = new Set([
  'before',
  'after',
  'when',
  'while',
  'as',
  'although',
  'though',
  'since',
  'because',
  'once',
  'until',
  'if',
  'unless',
]);

/** "Before X issued …, Y warned …": where both were made one coordination, the clause with the subordinator is the adjunct. */
export const subordinateFirst: Repair = (tokens) => {
  for (const main of tokens) {
    if (main.upos !== 'VERB' || !['conj', 'parataxis', 'ccomp'].includes(main.deprel) || !hasSubject(tokens, main.index))
      continue;
    const sub = tokens[main.head];
    if (
      sub?.upos !== 'VERB' ||
      sub.index > main.index ||
      tokens.some((token) => token.head === main.index && token.deprel === 'cc')
    )
      continue;
    let first = sub.index;
    while (first > 0 && tokens[first - 1]!.form !== ',' && isUnder(tokens, first - 1, sub.index)) first--;
    if (!SUBORDINATORS.has(low(tokens[first])) || !tokens.slice(sub.index, main.index).some((token) => token.form === ','))
      continue;
    main.head = sub.head;
    main.deprel = sub.deprel;
    sub.head = main.index;
    sub.deprel = 'advcl';
    tokens[first]!.head = sub.index;
    tokens[first]!.deprel = 'mark';
  }
};

/** "are involved …, not only by supplying weapons": a by-gerund tells how the clause comes about and modifies its predicate. */
export const byGerund: Repair = (tokens) => {
  for (const verb of tokens) {
    if (
      verb.deprel !== 'acl' ||
      verb.xpos !== 'VBG' ||
      !tokens.some((token) => token.head === verb.index && token.deprel === 'mark' && low(token) === 'by')
    )
      continue;
    let at = verb.head;
    for (let steps = 0; at >= 0 && steps < 8; steps++) {
      const token = tokens[at]!;
      if (token.upos === 'VERB' || tokens.some((other) => other.head === at && other.deprel === 'cop')) break;
      at = token.head;
    }
    if (at < 0) continue;
    verb.head = at;
    verb.deprel = 'advcl';
  }
};

/** "accused X of inciting …": the preposition before a verb introduces it and is no part of the name before. */
export const strayPreposition: Repair = (tokens) => {
  for (const word of tokens) {
    if (word.upos !== 'ADP' || !['flat', 'compound', 'appos'].includes(word.deprel)) continue;
    const verb = tokens[word.index + 1];
    if (verb?.upos !== 'VERB' || verb.head === word.index) continue;
    word.head = verb.index;
    word.deprel = 'mark';
  }
};

/** "was welcomed by Cambodian Prime Minister X": a preposition governs no noun in this scheme; the noun takes its place. */
export const governingPreposition: Repair = (tokens) => {
  for (const word of tokens) {
    if (word.upos !== 'ADP' || word.head < 0 || !['obl', 'nmod', 'obl:agent', 'advmod', 'nmod:poss'].includes(word.deprel))
      continue;
    const noun = tokens.find(
      (token) => token.head === word.index && token.index > word.index && ['NOUN', 'PROPN', 'PRON'].includes(token.upos),
    );
    if (!noun || noun.index - word.index > 4) continue;
    noun.head = word.head;
    noun.deprel = ['NOUN', 'PROPN', 'PRON'].includes(tokens[word.head]!.upos) ? 'nmod' : 'obl';
    for (const token of tokens) if (token.head === word.index) token.head = noun.index;
    word.head = noun.index;
    word.deprel = 'case';
  }
};

/** "Before the alliance put out …": a noun behind before or after with a finite verb right behind it is that verb's subject. */
export const subordinator: Repair = (tokens) => {
  for (const word of tokens) {
    if (!['before', 'after'].includes(low(word)) || word.deprel !== 'case') continue;
    const noun = tokens[word.head];
    const verb = noun && tokens[noun.head];
    if (noun?.deprel === 'nsubj' && verb?.upos === 'VERB') {
      word.head = verb.index;
      word.deprel = 'mark';
      continue;
    }
    if (
      !noun ||
      !verb ||
      verb.upos !== 'VERB' ||
      verb.index < noun.index ||
      !isFiniteVerb(tokens, verb) ||
      hasSubject(tokens, verb.index)
    )
      continue;
    if (
      tokens.slice(noun.index + 1, verb.index).some((token) => !isUnder(tokens, token.index, noun.index) && token.upos !== 'ADV')
    )
      continue;
    word.head = verb.index;
    word.deprel = 'mark';
    noun.deprel = 'nsubj';
  }
};

/** "address the risks posed by X": a bare participle with a by-agent right behind its noun modifies the noun. */
export const reducedRelative: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.xpos !== 'VBN' || !['ccomp', 'xcomp', 'parataxis'].includes(verb.deprel)) continue;
    const noun = tokens.find(
      (token) => token.head === verb.index && token.deprel.startsWith('nsubj') && token.index === verb.index - 1,
    );
    const bare = !tokens.some((token) => token.head === verb.index && /^(?:aux|cop|mark)/.test(token.deprel));
    if (!noun || !bare || low(tokens[verb.index + 1]) !== 'by') continue;
    noun.head = verb.head;
    noun.deprel = 'obj';
    verb.head = noun.index;
    verb.deprel = 'acl';
  }
};
