import {
  type Draft,
  FINITE,
  hasCase,
  hasSubject,
  headOf,
  isFiniteVerb,
  isPassive,
  isUnder,
  low,
  NOMINAL,
  promote,
  type Repair,
} from './draft.ts';

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
export const timeSubject: Repair = (tokens) => {
  for (const token of tokens) {
    if (!token.deprel.startsWith('nsubj') || !TIME_NOUNS.has(low(token))) continue;
    const name = tokens.find((other) => other.head === token.index && other.deprel === 'compound' && /^\p{Lu}/u.test(other.form));
    if (name) {
      name.head = token.head;
      name.deprel = token.deprel;
    }
    if (name || tokens.some((other) => other !== token && other.head === token.head && other.deprel.startsWith('nsubj')))
      token.deprel = 'obl:unmarked';
  }
};

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
      (isFiniteVerb(tokens, token) || (verbless && token.xpos === 'VBN' && low(tokens[token.index + 1]) !== 'by')) &&
      isBehindComma(tokens, token.index) &&
      !hasSubject(tokens, token.index),
  );
}

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
 * "Hungary, by contrast, defended …", "Its ambassador, X, who followed the debate, called on …": the noun phrase that opens a
 * clause is the subject of the first finite verb behind the interrupting phrase.
 */
export const interruptedSubject: Repair = (tokens) => {
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

/**
 * A finite verb right behind a bare noun phrase that opens its clause has that phrase as subject
 * ("On the sidelines of the summit, X and Y signed …").
 */
export const adjacentSubject: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || !isFiniteVerb(tokens, verb) || hasSubject(tokens, verb.index) || verb.deprel.startsWith('acl'))
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

/** "New Zealand lined up behind the plan": the verb of a main clause without auxiliary or agent is a past tense, no participle. */
export const pastTense: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.xpos !== 'VBN' || verb.deprel !== 'root') continue;
    const children = tokens.filter((token) => token.head === verb.index);
    if (children.some((child) => child.deprel.startsWith('aux') || child.deprel === 'obl:agent')) continue;
    if (children.some((child) => child.index < verb.index && ['NOUN', 'PROPN', 'PRON', 'ADJ'].includes(child.upos)))
      verb.xpos = 'VBD';
  }
};

/**
 * "A group of farmers demonstrated on Monday.", "Tanks shelled army positions.": a sentence with a full stop has a finite verb;
 * where none was seen, the participle right behind the first noun phrase is it.
 */
export const missingVerb: Repair = (tokens) => {
  const root = tokens.find((token) => token.deprel === 'root');
  if (tokens[tokens.length - 1]?.form !== '.' || !root || !['NOUN', 'PROPN'].includes(root.upos)) return;
  if (tokens.some((token) => FINITE.has(token.xpos) || token.deprel === 'cop' || token.deprel.startsWith('aux'))) return;
  const verb = tokens.find(
    (token) =>
      token.xpos === 'VBN' &&
      token.index > root.index &&
      /ed$/.test(token.form) &&
      ['acl', 'amod'].includes(token.deprel) &&
      ['NOUN', 'PROPN'].includes(tokens[token.index - 1]!.upos),
  );
  if (!verb || tokens.some((token) => token.head === verb.index && token.deprel === 'obl:agent')) return;
  const object = verb.deprel === 'amod' && verb.head > verb.index ? tokens[verb.head]! : undefined;
  verb.xpos = 'VBD';
  verb.head = -1;
  verb.deprel = 'root';
  for (const token of tokens)
    if (token.head === root.index && token.index > verb.index) {
      token.head = verb.index;
      if (token.deprel === 'nmod') token.deprel = 'obl';
    }
  if (object) {
    object.head = verb.index;
    object.deprel = 'obj';
  }
  root.head = verb.index;
  root.deprel = 'nsubj';
};

/** Verbs whose passive keeps an object ("a man given a post"). */
const DITRANSITIVE = new Set([
  'give',
  'grant',
  'award',
  'offer',
  'hand',
  'deny',
  'send',
  'show',
  'teach',
  'tell',
  'ask',
  'call',
  'name',
  'pay',
]);

/** "police used pepper spray": a participle with an object of its own is the verb of a clause, its noun the subject. */
export const transitiveParticiple: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.xpos !== 'VBN' || verb.deprel !== 'acl' || verb.index < 1 || DITRANSITIVE.has(verb.lemma)) continue;
    const noun = tokens[verb.head];
    const children = tokens.filter((token) => token.head === verb.index);
    if (!noun || noun.index !== verb.index - 1 || !children.some((child) => child.deprel === 'obj')) continue;
    if (children.some((child) => child.deprel.startsWith('aux') || child.deprel === 'obl:agent')) continue;
    const above = tokens[noun.head];
    // "Outside, police used …": an adverb is no head of a clause.
    const underAdverb = above?.upos === 'ADV' && above.deprel === 'root';
    if (noun.deprel !== 'root' && noun.deprel !== 'nsubj' && !underAdverb) continue;
    const outer = underAdverb ? -1 : noun.head;
    if (underAdverb) {
      above.head = verb.index;
      above.deprel = 'advmod';
      for (const token of tokens) if (token.head === above.index && token !== noun) token.head = verb.index;
    }
    verb.xpos = 'VBD';
    verb.head = outer;
    verb.deprel = outer < 0 ? 'root' : 'advcl';
    noun.head = verb.index;
    noun.deprel = 'nsubj';
    for (const token of tokens) {
      const mark = token.deprel === 'mark' && token.head === outer && token.index < noun.index;
      if (
        mark ||
        (token.head === noun.index && /^(?:punct|parataxis|conj|advcl|obl)/.test(token.deprel) && token.index > verb.index)
      )
        token.head = verb.index;
    }
  }
};

/** A name read as a modifier of the verb behind it is its subject ("New Zealand lined up behind the plan"). */
export const modifierOfVerb: Repair = (tokens) => {
  for (const name of tokens) {
    if (!['amod', 'compound', 'nmod', 'det', 'vocative', 'dislocated'].includes(name.deprel) || !/^\p{Lu}/u.test(name.form))
      continue;
    const verb = tokens[name.head];
    if (
      !verb ||
      verb.index < name.index ||
      !isFiniteVerb(tokens, verb) ||
      hasSubject(tokens, verb.index) ||
      hasCase(tokens, name.index)
    )
      continue;
    const between = tokens.slice(name.index + 1, verb.index);
    if (between.every((token) => isUnder(tokens, token.index, name.index) || ['ADV', 'AUX', 'PART'].includes(token.upos)))
      name.deprel = isPassive(tokens, verb.index) ? 'nsubj:pass' : 'nsubj';
  }
};

/** "… Lavrov, the United States and the alliance are …": of two coordinated subjects both belong to the verb behind them. */
export const splitCoordination: Repair = (tokens) => {
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

/**
 * "…, Deputy Foreign Minister Marek Horak said": every word of a noun phrase between a comma and its verb belongs to the
 * subject, also one that the parser hung on the clause before.
 */
export const titleRun: Repair = (tokens) => {
  for (const subject of tokens) {
    if (subject.deprel !== 'nsubj' || subject.head < subject.index) continue;
    let first = subject.index;
    while (tokens[first - 1] && ['NOUN', 'PROPN', 'ADJ', 'DET'].includes(tokens[first - 1]!.upos)) first--;
    if (tokens[first - 1]?.form !== ',') continue;
    for (const token of tokens.slice(first, subject.index))
      if (token.head >= 0 && token.head < first) {
        token.head = subject.index;
        token.deprel = token.upos === 'ADJ' ? 'amod' : 'compound';
      }
  }
};
