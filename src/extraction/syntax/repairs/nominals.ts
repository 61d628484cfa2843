import { hasCase, headOf, isPassive, isUnder, low, NOMINAL, type Repair } from './draft.ts';

/** "protect the population from a genocide by X": an active verb with an object takes no by-agent; the noun before does. */
export const nominalAgent: Repair = (tokens) => {
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

/** A possessor belongs to the noun behind its mark ("NATO's so-called security"). */
export const possessor: Repair = (tokens) => {
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
export const soCalled: Repair = (tokens) => {
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
export const copularPredicate: Repair = (tokens) => {
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
export const strayObject: Repair = (tokens) => {
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

/** "address the national security risks posed by …": an object with a determiner or possessor is a noun, whatever the tagger made of it. */
export const nounObject: Repair = (tokens, lemmaOf) => {
  for (const noun of tokens) {
    if (noun.upos !== 'VERB' || !['obj', 'nsubj', 'obl'].includes(noun.deprel)) continue;
    const children = tokens.filter((token) => token.head === noun.index);
    if (!children.some((token) => /^(?:det|nmod:poss)$/.test(token.deprel) && token.index < noun.index)) continue;
    noun.upos = 'NOUN';
    noun.xpos = noun.form.endsWith('s') ? 'NNS' : 'NN';
    noun.lemma = lemmaOf(noun.form.toLowerCase(), 'NOUN', noun.xpos);
    for (const child of children) {
      if (child.deprel === 'nsubj' && child.index < noun.index) child.deprel = 'compound';
      if ((child.deprel === 'xcomp' || child.deprel === 'ccomp') && child.upos === 'VERB') child.deprel = 'acl';
    }
  }
};

/** "by X's westward advance": a word of direction right before its noun modifies it, and what introduces the phrase belongs to the noun. */
export const directionBeforeNoun: Repair = (tokens) => {
  for (const word of tokens) {
    if (word.upos !== 'ADV' || word.head !== word.index + 1 || tokens[word.head]!.upos !== 'NOUN') continue;
    for (const child of tokens) if (child.head === word.index && child.index < word.index) child.head = word.head;
    word.deprel = 'amod';
  }
};
