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

/** A bare day name beside another subject, or behind a name, says when, not who ("China yesterday spoke out"). */
const timeSubject: Repair = (tokens) => {
  for (const token of tokens) {
    if (!token.deprel.startsWith('nsubj') || !TIME_NOUNS.has(low(token))) continue;
    const name = tokens.find((other) => other.head === token.index && other.deprel === 'compound' && other.upos === 'PROPN');
    if (name) {
      name.head = token.head;
      name.deprel = token.deprel;
    }
    if (name || tokens.some((other) => other !== token && other.head === token.head && other.deprel.startsWith('nsubj')))
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

const MISPLACED = new Set(['acl', 'ccomp', 'xcomp', 'advcl', 'parataxis', 'amod', 'dep']);
const PAST = new Set(['VBD', 'VBN', 'VBZ', 'VBP']);

/** "rejected the comparison and accused …": a verb behind "and" or "but" without a subject of its own goes on with the clause before. */
const sharedSubject: Repair = (tokens) => {
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

/** "… Lavrov, the United States and the alliance are …": of two coordinated subjects both belong to the verb behind them. */
const splitCoordination: Repair = (tokens) => {
  for (const last of tokens) {
    if (last.deprel !== 'nsubj' && last.deprel !== 'nsubj:pass') continue;
    const cc = tokens.find((token) => token.head === last.index && token.deprel === 'cc' && token.index < last.index);
    const first = cc && tokens[cc.index - 1];
    if (
      !cc ||
      !first ||
      !['PROPN', 'NOUN'].includes(first.upos) ||
      first.head === last.head ||
      isUnder(tokens, first.index, last.index)
    )
      continue;
    first.head = last.head;
    first.deprel = last.deprel;
    last.head = first.index;
    last.deprel = 'conj';
  }
};

/** A possessor belongs to the noun behind its mark ("NATO's so-called security"). */
const possessor: Repair = (tokens) => {
  for (const mark of tokens) {
    const owner = mark.xpos === 'POS' ? tokens[mark.head] : undefined;
    if (!owner || owner.index > mark.index) continue;
    let at = mark.index + 1;
    while (
      tokens[at] &&
      (['ADJ', 'ADV', 'NUM', 'VERB'].includes(tokens[at]!.upos) || /^[-"“]$/.test(tokens[at]!.form)) &&
      at - mark.index < 6
    )
      at++;
    const noun = tokens[at];
    if (!noun || !['NOUN', 'PROPN'].includes(noun.upos)) continue;
    let head = noun;
    for (
      let next = at;
      tokens[next + 1] && ['NOUN', 'PROPN'].includes(tokens[next + 1]!.upos) && tokens[next]!.head === next + 1;
      next++
    )
      head = tokens[next + 1]!;
    if (isUnder(tokens, owner.index, head.index)) continue;
    if (isUnder(tokens, head.index, owner.index)) {
      head.head = owner.head;
      head.deprel = owner.deprel;
    }
    owner.head = head.index;
    owner.deprel = 'nmod:poss';
  }
};

/** "so-called" and its like are one adjective before their noun. */
const soCalled: Repair = (tokens) => {
  for (const called of tokens) {
    if (low(called) !== 'called' || low(tokens[called.index - 1]) !== '-' || low(tokens[called.index - 2]) !== 'so') continue;
    let at = called.index + 1;
    while (tokens[at]?.upos === 'ADJ') at++;
    const noun = tokens[at];
    if (!noun || !['NOUN', 'PROPN'].includes(noun.upos)) continue;
    if (isUnder(tokens, noun.index, called.index)) {
      noun.head = called.head;
      noun.deprel = called.deprel;
    }
    for (const token of tokens) if (token.head === called.index && token.index > noun.index) token.head = noun.index;
    called.head = noun.index;
    called.deprel = 'amod';
    called.upos = 'ADJ';
  }
};

/** "were blackmail in a customs uniform": the noun right behind the copula is the predicate, not the one in its phrase. */
const copularPredicate: Repair = (tokens) => {
  for (const cop of tokens) {
    const late = cop.deprel === 'cop' ? tokens[cop.head] : undefined;
    if (!late || late.index < cop.index) continue;
    const noun = tokens.find(
      (token) =>
        token.index > cop.index &&
        token.index < late.index &&
        token.upos === 'NOUN' &&
        token.head === late.index &&
        token.deprel === 'nsubj',
    );
    const preposition =
      noun &&
      tokens.find(
        (token) => token.index > noun.index && token.index < late.index && token.upos === 'ADP' && token.head === late.index,
      );
    if (!noun || !preposition) continue;
    noun.head = late.head;
    noun.deprel = late.deprel;
    for (const token of tokens)
      if (token.head === late.index && token !== noun && token.index < noun.index) token.head = noun.index;
    late.head = noun.index;
    late.deprel = 'nmod';
  }
};

/** A transitive clause whose object, set off by a quotation mark, went astray to the left ("defended "Tbilisi's right …""). */
const strayObject: Repair = (tokens) => {
  for (const verb of tokens) {
    if (
      verb.upos !== 'VERB' ||
      tokens.some((token) => token.head === verb.index && /^(?:obj|ccomp|xcomp|iobj)/.test(token.deprel))
    )
      continue;
    const mark = tokens[verb.index + 1];
    if (!mark || !/^["“‘]$/.test(mark.form)) continue;
    let last = mark.index + 1;
    while (tokens[last + 1] && NOMINAL.has(tokens[last + 1]!.upos)) last++;
    const noun = headOf(tokens, mark.index + 1, last);
    if (
      !noun ||
      noun.head >= mark.index ||
      noun.head === verb.index ||
      hasCase(tokens, noun.index) ||
      isUnder(tokens, verb.index, noun.index)
    )
      continue;
    noun.head = verb.index;
    noun.deprel = 'obj';
  }
};

/** A name read as a modifier of the verb behind it is its subject ("New Zealand lined up behind the plan"). */
const modifierOfVerb: Repair = (tokens) => {
  for (const name of tokens) {
    if (!['amod', 'compound', 'nmod', 'det', 'vocative', 'dislocated'].includes(name.deprel) || !/^\p{Lu}/u.test(name.form))
      continue;
    const verb = tokens[name.head];
    if (
      !verb ||
      verb.index < name.index ||
      !isFinite(tokens, verb) ||
      hasSubject(tokens, verb.index) ||
      hasCase(tokens, name.index)
    )
      continue;
    const between = tokens.slice(name.index + 1, verb.index);
    if (between.every((token) => isUnder(tokens, token.index, name.index) || ['ADV', 'AUX', 'PART'].includes(token.upos)))
      name.deprel = isPassive(tokens, verb.index) ? 'nsubj:pass' : 'nsubj';
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
const subordinateFirst: Repair = (tokens) => {
  for (const main of tokens) {
    if (main.upos !== 'VERB' || !['conj', 'parataxis', 'ccomp'].includes(main.deprel) || !hasSubject(tokens, main.index))
      continue;
    const sub = tokens[main.head];
    if (
      !sub ||
      sub.upos !== 'VERB' ||
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

const REPAIRS: readonly Repair[] = [
  subordinateFirst,
  modifierOfVerb,
  soCalled,
  possessor,
  copularPredicate,
  sharedSubject,
  splitCoordination,
  strayObject,

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
