import { base, isVerbal, low, type SyntaxTree } from './tree.ts';

/*
 * Logical arguments of predicates over basic Universal Dependencies: what the enhanced
 * representation would show (Schuster and Manning 2016: shared conjuncts, controlled
 * subjects, relative-clause antecedents), plus the voice undone.
 */

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/** Matrix verbs whose own subject controls the infinitive although they have an object. */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'offer', 'use', 'meet', 'visit', 'join']);

export const isPassive = (tree: SyntaxTree, verb: number): boolean =>
  tree.dependents(verb, 'nsubj:pass', 'csubj:pass', 'aux:pass').length > 0 || tree.dependents(verb, 'obl:agent').length > 0;

/** A past participle that modifies a noun ("decisions taken by …"): a passive without auxiliary. */
const isReducedPassive = (tree: SyntaxTree, verb: number): boolean => {
  const token = tree.token(verb);
  return token.xpos === 'VBN' && token.deprel === 'acl';
};

/** The by-phrase of a passive. */
export function agents(tree: SyntaxTree, verb: number): number[] {
  const own = [
    ...tree.dependents(verb, 'obl:agent'),
    ...tree.exactly(verb, 'obl').filter((child) => tree.preposition(child) === 'by'),
  ];
  if (own.length > 0) return own;
  // "mentioned as a threat by the alliance": the by-phrase slips to the noun before it.
  return tree
    .dependents(verb, 'obl', 'obj', 'xcomp')
    .flatMap((child) => tree.dependents(child, 'nmod').filter((noun) => tree.preposition(noun) === 'by'));
}

const isRelativePronoun = (tree: SyntaxTree, i: number): boolean => RELATIVE.has(low(tree.token(i)));

/** The noun a relative clause is about. */
const antecedent = (tree: SyntaxTree, verb: number): number[] => {
  const token = tree.token(verb);
  return token.deprel === 'acl:relcl' && token.head >= 0 ? [token.head] : [];
};

const TOGETHER = new Set(['along_with', 'together_with', 'as_well_as', 'alongside']);

/** Coordinated heads, with those joined by "along with" and the like. */
const expand = (tree: SyntaxTree, heads: readonly number[]): number[] =>
  heads.flatMap((head) => [...tree.conjuncts(head), ...companions(tree, head)]);

function companions(tree: SyntaxTree, head: number): number[] {
  const above = tree.token(head).head;
  const near = [...tree.dependents(head, 'nmod', 'obl'), ...(above >= 0 ? tree.dependents(above, 'obl') : [])];
  return near
    .filter((child) => child > head && (TOGETHER.has(tree.preposition(child)) || isAlong(tree, child)) && child - head < 8)
    .flatMap((child) => tree.conjuncts(child));
}

/** "along with" read as an adverb and a preposition. */
const isAlong = (tree: SyntaxTree, child: number): boolean => {
  const { first } = tree.range(child);
  return low(tree.token(first)) === 'along' || (first > 0 && low(tree.token(first - 1)) === 'along');
};

const ownSubjects = (tree: SyntaxTree, verb: number): number[] =>
  tree.children(verb).filter((child) => tree.token(child).deprel === 'nsubj' || tree.token(child).deprel === 'nsubj:outer');

/**
 * Tokens that do what the predicate says (agent in active and passive), heads of their
 * phrases, coordinations spread out. Empty if nobody is named.
 */
export function subjects(tree: SyntaxTree, predicate: number, depth = 0): number[] {
  if (depth > 6) return [];
  if (isPassive(tree, predicate) || isReducedPassive(tree, predicate)) return expand(tree, agents(tree, predicate));
  const own = ownSubjects(tree, predicate);
  if (own.length > 0) {
    if (own.every((child) => isRelativePronoun(tree, child))) {
      const heads = antecedent(tree, predicate);
      if (heads.length > 0) return expand(tree, heads);
    }
    return expand(tree, own);
  }
  const cleft = pseudoCleft(tree, predicate);
  return cleft.length > 0 ? cleft : inheritedSubjects(tree, predicate, depth);
}

/** "what it does is put …": the subject of the what-clause does it. */
const pseudoCleft = (tree: SyntaxTree, predicate: number): number[] =>
  tree.children(predicate).some((child) => low(tree.token(child)) === 'what' && child < predicate)
    ? tree
        .children(predicate)
        .flatMap((child) => (tree.token(child).lemma === 'do' ? expand(tree, tree.dependents(child, 'nsubj')) : []))
    : [];

function inheritedSubjects(tree: SyntaxTree, predicate: number, depth: number): number[] {
  const token = tree.token(predicate);
  const { head } = token;
  if (head < 0) return [];
  switch (base(token)) {
    case 'conj':
      return isVerbal(tree.token(head)) || tree.dependents(head, 'cop').length > 0
        ? surfaceSubjects(tree, head, depth + 1)
        : subjects(tree, head, depth + 1);
    case 'xcomp':
      return controllers(tree, head, depth + 1);
    case 'advcl':
      if (isComplementOfObject(tree, predicate, head))
        return expand(tree, tree.exactly(head, 'obj').length > 0 ? tree.exactly(head, 'obj') : objects(tree, head));
      return tree.dependents(predicate, 'nsubj', 'expl').length > 0 ? [] : surfaceSubjects(tree, head, depth + 1);
    case 'parataxis':
      return tree.dependents(predicate, 'nsubj', 'expl').length > 0 ? [] : surfaceSubjects(tree, head, depth + 1);
    case 'acl':
      if (token.deprel === 'acl' && token.xpos === 'VBG') return expand(tree, [head]);
      return isFirstTo(tree, predicate, head) ? surfaceSubjects(tree, head, depth + 1) : [];
    default:
      return [];
  }
}

/** "were the first to congratulate", "is the only one to object": the subject of the clause does it. */
const isFirstTo = (tree: SyntaxTree, predicate: number, head: number): boolean =>
  tree.dependents(predicate, 'mark').some((mark) => low(tree.token(mark)) === 'to') && tree.dependents(head, 'cop').length > 0;

/** "accused X of doing", "thanked X for doing": the gerund is about the object. */
function isComplementOfObject(tree: SyntaxTree, predicate: number, head: number): boolean {
  const marks = tree.dependents(predicate, 'mark', 'case').map((child) => low(tree.token(child)));
  return marks.some((mark) => ['of', 'for', 'from', 'with', 'against'].includes(mark)) && objects(tree, head).length > 0;
}

/** Grammatical subject: in a passive the patient, which a shared or controlled clause inherits. */
export function surfaceSubjects(tree: SyntaxTree, predicate: number, depth = 0): number[] {
  if (depth > 6) return [];
  const passive = tree.exactly(predicate, 'nsubj:pass');
  if (passive.length > 0) {
    if (passive.every((child) => isRelativePronoun(tree, child))) return expand(tree, antecedent(tree, predicate));
    return expand(tree, passive);
  }
  if (isReducedPassive(tree, predicate)) return expand(tree, [tree.token(predicate).head]);
  return subjects(tree, predicate, depth + 1);
}

/** Who does what an infinitive under `matrix` says. */
function controllers(tree: SyntaxTree, matrix: number, depth: number): number[] {
  const objectsOfMatrix = [...tree.exactly(matrix, 'obj'), ...tree.exactly(matrix, 'iobj')];
  if (objectsOfMatrix.length > 0 && !SUBJECT_CONTROL.has(tree.token(matrix).lemma)) return expand(tree, objectsOfMatrix);
  return surfaceSubjects(tree, matrix, depth);
}

/** Tokens the predicate acts on: object of an active, subject of a passive, antecedent of a relative clause. */
export function objects(tree: SyntaxTree, predicate: number): number[] {
  const passive = tree.exactly(predicate, 'nsubj:pass');
  if (passive.length > 0) {
    if (passive.every((child) => isRelativePronoun(tree, child))) return expand(tree, antecedent(tree, predicate));
    return expand(tree, passive);
  }
  if (isReducedPassive(tree, predicate)) return expand(tree, [tree.token(predicate).head]);
  const own = tree.exactly(predicate, 'obj');
  if (own.length > 0) {
    if (own.every((child) => isRelativePronoun(tree, child))) return expand(tree, antecedent(tree, predicate));
    return expand(tree, own);
  }
  const nominal = tree
    .exactly(predicate, 'xcomp')
    .filter(
      (child) =>
        child > predicate &&
        ['NOUN', 'PROPN'].includes(tree.token(child).upos) &&
        tree.dependents(child, 'cop', 'mark', 'case').every((mark) => tree.token(mark).xpos === 'POS'),
    );
  if (nominal.length > 0) return expand(tree, nominal);
  const token = tree.token(predicate);
  if (base(token) === 'conj' && token.head >= 0 && isPassive(tree, token.head) && token.xpos === 'VBN')
    return objects(tree, token.head);
  if (
    token.deprel === 'acl:relcl' &&
    ownSubjects(tree, predicate).some((child) => !isRelativePronoun(tree, child)) &&
    tree.dependents(predicate, 'xcomp', 'ccomp').length === 0
  )
    return expand(tree, antecedent(tree, predicate));
  return [];
}

/** Nominals introduced by a preposition under a predicate; attachment slips to the object are looked through. */
export function obliques(tree: SyntaxTree, predicate: number, preposition: string): number[] {
  const direct = tree
    .dependents(predicate, 'obl', 'nmod', 'xcomp', 'ccomp', 'obj')
    .filter((child) => tree.preposition(child) === preposition && tree.token(child).upos !== 'VERB');
  if (direct.length > 0) return expand(tree, direct);
  const viaObject = tree
    .exactly(predicate, 'obj')
    .flatMap((object) => tree.dependents(object, 'nmod', 'obl').filter((child) => tree.preposition(child) === preposition));
  return expand(tree, viaObject);
}

/** Possessor tokens of a noun ("China's refusal", "its refusal"). */
export const possessors = (tree: SyntaxTree, noun: number): number[] => expand(tree, tree.dependents(noun, 'nmod:poss'));

/** Negation attached to a predicate or its auxiliaries ("not", "never", "no" as determiner of its object is not counted). */
export const isNegated = (tree: SyntaxTree, predicate: number): boolean =>
  tree.children(predicate).some((child) => {
    const token = tree.token(child);
    const form = low(token);
    const next = tree.tokens[child + 1];
    if (form === 'not' && next && ['only', 'just', 'merely', 'simply', 'least'].includes(low(next))) return false;
    return (
      base(token) === 'advmod' &&
      (form === 'not' ||
        form === "n't" ||
        form === 'n’t' ||
        form === 'never' ||
        form === 'hardly' ||
        form === 'neither' ||
        form === 'nor')
    );
  }) ||
  tree.dependents(predicate, 'cc').some((child) => low(tree.token(child)) === 'nor' || low(tree.token(child)) === 'neither');
