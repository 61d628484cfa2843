import { type Draft, FINITE, hasCase, isUnder, low, type Repair } from './draft.ts';

/** Participles that are adjectives before any noun. */
const ADJECTIVAL = new Set(['armed', 'united', 'limited', 'retired', 'combined', 'advanced', 'detailed', 'continued']);

/** Relations a noun has when it is taken for the head of a clause that lost its verb. */
const HEADLIKE = new Set(['root', 'ccomp', 'conj', 'parataxis', 'advcl']);

/** The noun phrase right before a word, across a phrase between commas and an adverb. */
function nounBefore(tokens: readonly Draft[], at: number): Draft | undefined {
  let last = at - 1;
  while (tokens[last]?.upos === 'ADV') last--;
  if (tokens[last]?.form === ',') {
    const comma = tokens.findLastIndex((token, i) => i < last && token.form === ',');
    if (comma > 0) last = comma - 1;
  }
  const word = tokens[last];
  if (!word || !['NOUN', 'PROPN'].includes(word.upos)) return undefined;
  let head = word;
  while (head.head >= 0 && head.head < at && ['compound', 'flat', 'conj', 'appos', 'nmod'].includes(head.deprel))
    head = tokens[head.head]!;
  return head;
}

/** Makes a word of the form of a past tense the verb of its clause, with the noun behind it as object. */
function raise(tokens: readonly Draft[], verb: Draft, noun: Draft, subject: Draft, lemma: string): void {
  const top = noun.head >= 0 && isUnder(tokens, noun.index, subject.index) ? subject : noun;
  const { head, deprel } = top;
  for (const token of tokens)
    if (token.head === top.index && token !== verb && (token.index < verb.index || token.upos === 'PUNCT') && top === noun)
      token.head = token.index < verb.index && isUnder(tokens, token.index, subject.index) ? token.head : verb.index;
  verb.head = head;
  verb.deprel = deprel;
  verb.upos = 'VERB';
  verb.xpos = 'VBD';
  verb.lemma = lemma;
  noun.head = verb.index;
  noun.deprel = 'obj';
  subject.head = verb.index;
  subject.deprel = 'nsubj';
}

/**
 * "Malta voiced concern over …", "The raid by Chad angered Malta": a word in -ed between a noun phrase and a bare noun is the
 * verb of the clause where the clause has no other.
 */
export const lostVerb: Repair = (tokens, lemmaOf) => {
  for (const verb of tokens) {
    if (verb.deprel !== 'amod' || !/^\p{Ll}+ed$/u.test(verb.form) || ADJECTIVAL.has(verb.form)) continue;
    const noun = tokens[verb.head];
    if (!noun || noun.index < verb.index || noun.index - verb.index > 4 || hasCase(tokens, noun.index)) continue;
    const bareNmod = noun.deprel === 'nmod' && noun.head < verb.index;
    if (!HEADLIKE.has(noun.deprel) && !bareNmod) continue;
    const children = tokens.filter((token) => token.head === noun.index);
    if (children.some((token) => /^(?:cop|aux)/.test(token.deprel))) continue;
    if (children.some((token) => /^(?:det|nmod:poss)/.test(token.deprel) && token.index < verb.index)) continue;
    const subject = nounBefore(tokens, verb.index);
    if (!subject || hasCase(tokens, subject.index) || (bareNmod && subject.index !== noun.head)) continue;
    if (!bareNmod && subject.head !== noun.index) continue;
    if (tokens.some((token) => FINITE.has(token.xpos) && (token.head === noun.index || token.index === subject.head))) continue;
    raise(tokens, verb, noun, subject, lemmaOf(verb.form, 'VERB', 'VBD'));
  }
};

/** Verbs that say of an object what it is. */
const CLASSING = new Set([
  'hold',
  'make',
  'find',
  'consider',
  'deem',
  'declare',
  'call',
  'pronounce',
  'judge',
  'label',
  'brand',
  'term',
  'dub',
  'keep',
  'leave',
  'think',
]);

/** "held Finland responsible", "pronounced the vote free", "called the remarks "unhelpful"": object and adjective are two complements. */
export const objectComplement: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || !CLASSING.has(verb.lemma.toLowerCase())) continue;
    const adjective = tokens.find(
      (token) =>
        token.upos === 'ADJ' &&
        token.index > verb.index &&
        ((token.head === verb.index && /^(?:xcomp|obj|appos|ccomp|advcl)/.test(token.deprel)) ||
          (token.deprel === 'amod' &&
            token.head > verb.index &&
            token.head < token.index &&
            tokens[token.head]!.head === verb.index)),
    );
    if (!adjective) continue;
    const noun =
      adjective.head === verb.index
        ? tokens.find(
            (token) =>
              token.head === adjective.index &&
              token.index > verb.index &&
              token.index < adjective.index &&
              ['NOUN', 'PROPN'].includes(token.upos) &&
              /^(?:compound|nsubj|nmod)/.test(token.deprel) &&
              !hasCase(tokens, token.index),
          )
        : tokens[adjective.head];
    if (!noun) continue;
    for (const token of tokens)
      if (token.head === adjective.index && token.deprel === 'det' && token.index < noun.index) token.head = noun.index;
    adjective.head = verb.index;
    adjective.deprel = 'xcomp';
    noun.head = verb.index;
    noun.deprel = 'obj';
  }
};

/**
 * "Canada's surtax, it added, "violates" the rules": a speaker clause between commas; what stands before it is the subject of
 * the words behind it.
 */
export const insertedReport: Repair = (tokens) => {
  for (const verb of tokens) {
    if (verb.upos !== 'VERB' || tokens[verb.index + 1]?.form !== ',') continue;
    const speaker = tokens.find(
      (token) => token.head === verb.index && token.deprel === 'nsubj' && token.index > 1 && token.index < verb.index,
    );
    if (!speaker) continue;
    let first = speaker.index;
    while (first > 0 && isUnder(tokens, first - 1, speaker.index)) first--;
    if (tokens[first - 1]?.form !== ',') continue;
    const topic = tokens.find((token) => token.head === verb.index && token.deprel === 'nsubj' && token.index < first - 1);
    const said = tokens.find((token) => token.head === verb.index && token.deprel === 'ccomp' && token.index > verb.index);
    if (topic && said && !tokens.some((token) => token.head === said.index && token.deprel.startsWith('nsubj'))) {
      topic.head = said.index;
      topic.deprel = tokens.some((token) => token.head === said.index && token.deprel === 'aux:pass') ? 'nsubj:pass' : 'nsubj';
    }
  }
};

const PASSIVE = (tokens: readonly Draft[], verb: Draft): boolean =>
  verb.xpos === 'VBN' || tokens.some((token) => token.head === verb.index && token.deprel === 'aux:pass');

/** "critical of the plan by X", "voted against the text by X": a by-phrase behind a noun belongs to it unless a passive takes it. */
export const agentOfNoun: Repair = (tokens) => {
  for (const by of tokens) {
    if (low(by) !== 'by' || by.deprel !== 'case') continue;
    const agent = tokens[by.head];
    const noun = tokens[by.index - 1];
    const head = agent && tokens[agent.head];
    if (!agent || !head || noun?.upos !== 'NOUN' || head === noun || agent.upos === 'NUM' || agent.index < by.index) continue;
    if (!/^(?:obl|nmod)/.test(agent.deprel) || !isUnder(tokens, noun.index, head.index) || PASSIVE(tokens, head)) continue;
    const carried =
      head.upos !== 'NOUN' ||
      tokens.some((token) => token.head === head.index && token.deprel === 'nmod:poss') ||
      head.deprel === 'obj' ||
      tokens.some((token) => token.head === head.index && token.deprel === 'cop');
    if (!carried || tokens[noun.head]!.xpos === 'VBN') continue;
    agent.head = noun.index;
    agent.deprel = 'nmod';
  }
};

/** "was welcomed by Cambodian Prime Minister X": the preposition of an agent is never an argument; the last name behind it is. */
export const agentPhrase: Repair = (tokens) => {
  for (const by of tokens) {
    if (low(by) !== 'by' || by.upos !== 'ADP' || by.deprel === 'case' || by.head < 0) continue;
    const verb = tokens[by.head]!;
    if (verb.upos !== 'VERB' || !by.deprel.startsWith('obl')) continue;
    const first = tokens.find((token) => token.head === by.index && token.index > by.index);
    if (!first) continue;
    const person = tokens.find(
      (token) =>
        token.head === first.index &&
        token.upos === 'PROPN' &&
        token.index > first.index &&
        token.deprel === 'nmod' &&
        !hasCase(tokens, token.index),
    );
    const agent = person ?? first;
    agent.head = verb.index;
    agent.deprel = 'obl:agent';
    by.head = agent.index;
    by.deprel = 'case';
    if (person) {
      first.head = person.index;
      first.deprel = 'compound';
    }
    for (const token of tokens) if (token.head === by.index) token.head = agent.index;
  }
};

/** "noted with appreciation the aid": a noun takes no object; the verb its phrase hangs on does. */
export const objectOfNoun: Repair = (tokens) => {
  for (const object of tokens) {
    if (object.deprel !== 'obj' || object.head < 0 || object.upos === 'PRON') continue;
    const noun = tokens[object.head]!;
    const verb = noun.head >= 0 ? tokens[noun.head]! : undefined;
    if (noun.upos !== 'NOUN' || !noun.deprel.startsWith('obl') || verb?.upos !== 'VERB' || object.index < noun.index) continue;
    if (tokens.some((token) => token.head === verb.index && token.deprel === 'obj')) continue;
    object.head = verb.index;
  }
};

/** ""That is simply not true," the spokesman said": a copula in quotation marks belongs to a word in the same marks. */
export const quotedClause: Repair = (tokens) => {
  const open = tokens.findIndex((token) => /^["“]$/.test(token.form));
  const close = tokens.findIndex((token, i) => i > open && /^["”]$/.test(token.form));
  if (open < 0 || close < 0) return;
  const isInside = (token: Draft | undefined): boolean => token !== undefined && token.index > open && token.index < close;
  const copula = tokens.find((token) => isInside(token) && token.deprel === 'cop' && token.head > close);
  const outer = copula && tokens[copula.head];
  if (!copula || !outer) return;
  const predicate = tokens.findLast(
    (token) =>
      isInside(token) && token.head === outer.index && token.index > copula.index && /^(?:ADJ|NOUN|PROPN)$/.test(token.upos),
  );
  const verb = outer.head >= 0 ? tokens[outer.head]! : undefined;
  if (!predicate || verb?.upos !== 'VERB') return;
  for (const token of tokens)
    if (isInside(token) && token !== predicate && token.head === outer.index) token.head = predicate.index;
  predicate.head = verb.index;
  predicate.deprel = 'ccomp';
};
