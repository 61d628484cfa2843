import type { FramePos, SlotConstraint } from '../../lexicon/types.ts';
import { isNegated, isPassive, objects, obliques, possessors, subjects, surfaceSubjects } from './arguments.ts';
import { base, low, outermostNoun, type SyntaxTree } from './tree.ts';

/** Word class under which a token's lemma is looked up in the frame tables. */
export function framePos(tree: SyntaxTree, i: number): FramePos | undefined {
  switch (tree.token(i).upos) {
    case 'VERB':
      return 'V';
    case 'NOUN':
    case 'PROPN':
      return 'N';
    case 'ADJ':
    case 'ADP':
      return 'A';
    default:
      return undefined;
  }
}

const CLAUSAL = ['advcl', 'xcomp', 'ccomp', 'acl'] as const;

/** Clauses introduced by a preposition ("accused X of doing"), also when the parser made them nominal. */
function prepositionalClauses(tree: SyntaxTree, predicate: number, preposition: string): number[] {
  const marked = tree
    .dependents(predicate, ...CLAUSAL)
    .filter((child) => tree.dependents(child, 'mark', 'case').some((mark) => low(tree.token(mark)) === preposition));
  const nominal = tree
    .dependents(predicate, 'obl', 'nmod')
    .filter((child) => tree.preposition(child) === preposition && (preposition !== 'for' || !isDuration(tree, child)));
  const underObject = tree
    .exactly(predicate, 'obj')
    .flatMap((object) =>
      tree
        .dependents(object, 'acl', 'nmod')
        .filter((child) => tree.dependents(child, 'mark', 'case').some((mark) => low(tree.token(mark)) === preposition)),
    );
  return [...marked, ...nominal, ...underObject];
}

function asPhrases(tree: SyntaxTree, predicate: number): number[] {
  const direct = tree
    .dependents(predicate, 'obl', 'advcl', 'xcomp', 'nmod', 'acl')
    .filter((child) => tree.dependents(child, 'case', 'mark').some((mark) => low(tree.token(mark)) === 'as'));
  if (direct.length > 0) return direct;
  return tree
    .exactly(predicate, 'obj')
    .flatMap((object) =>
      tree
        .dependents(object, 'nmod', 'acl')
        .filter((child) => tree.dependents(child, 'case', 'mark').some((mark) => low(tree.token(mark)) === 'as')),
    );
}

/** Subject of the predicate a word is used as ("China is critical of …"), or the noun it modifies. */
function predicationSubjects(tree: SyntaxTree, predicate: number): number[] {
  const found = isPassive(tree, predicate) ? surfaceSubjects(tree, predicate) : subjects(tree, predicate);
  if (found.length > 0) return found;
  const token = tree.token(predicate);
  const relation = base(token);
  if (relation === 'case' && token.head >= 0) return nominalHolder(tree, token.head);
  if ((relation === 'amod' || token.deprel === 'acl' || token.deprel === 'acl:relcl') && token.head >= 0) return [token.head];
  if (relation === 'xcomp' && token.head >= 0) return subjects(tree, token.head);
  return [];
}

/** Who stands on the other side of a preposition used as predicate ("X against Y", "X is against Y"). */
function nominalHolder(tree: SyntaxTree, governed: number): number[] {
  const own = tree.dependents(governed, 'nsubj').flatMap((child) => tree.conjuncts(child));
  if (own.length > 0) return own;
  const { head } = tree.token(governed);
  return head >= 0 && tree.token(head).upos === 'PROPN' && base(tree.token(governed)) === 'nmod' ? tree.conjuncts(head) : [];
}

/** Open complements; an infinitive right behind the object counts although the parser made it an adjunct ("urged X to act"). */
function infinitives(tree: SyntaxTree, predicate: number): number[] {
  const own = tree.dependents(predicate, 'xcomp');
  if (own.length > 0) return own;
  if (tree.token(predicate).upos === 'ADJ')
    return tree
      .exactly(predicate, 'advcl')
      .filter((child) => child > predicate && tree.dependents(child, 'mark').some((mark) => low(tree.token(mark)) === 'to'));
  return tree
    .exactly(predicate, 'advcl')
    .filter(
      (child) =>
        child > predicate &&
        tree.dependents(child, 'mark').some((mark) => low(tree.token(mark)) === 'to') &&
        tree.exactly(predicate, 'obj').some((object) => tree.range(object).last === tree.range(child).first - 1),
    );
}

/** Subject of the light or support verb that carries a noun ("voiced its opposition": voice). */
function carrierSubjects(tree: SyntaxTree, inner: number): number[] {
  const noun = outermostNoun(tree, inner);
  const { head } = tree.token(noun);
  const relation = base(tree.token(noun));
  if (head < 0 || (relation !== 'obj' && relation !== 'obl' && tree.token(noun).deprel !== 'nsubj:pass')) return [];
  return tree.token(head).upos === 'VERB' ? subjects(tree, head) : [];
}

function modifiersBy(tree: SyntaxTree, noun: number, ...relations: string[]): number[] {
  const direct = tree.dependents(noun, ...relations);
  return [...direct, ...direct.flatMap((child) => tree.dependents(child, 'compound', 'amod', 'obl', 'nmod'))];
}

/** Tokens that fill a slot of a predicate; see data/frames/README.md for the grammar of slots. */
export function fillers(tree: SyntaxTree, predicate: number, slot: string): number[] {
  const dot = slot.indexOf('.');
  if (dot > 0) {
    const outer = slot.slice(0, dot);
    const inner = slot.slice(dot + 1);
    if (inner === 'clause') return prepositionalClauses(tree, predicate, outer.split(':')[1] ?? '');
    return fillers(tree, predicate, outer).flatMap((clause) =>
      inner === 'subj' ? clauseSubjects(tree, clause) : fillers(tree, clause, inner),
    );
  }
  const [relation, argument] = slot.split(':') as [string, string | undefined];
  switch (relation) {
    case 'subj':
      return subjects(tree, predicate);
    case 'obj':
      return objectsOf(tree, predicate);
    case 'iobj':
      return tree.exactly(predicate, 'iobj').flatMap((child) => tree.conjuncts(child));
    case 'obl':
    case 'nmod':
      return argument ? nominals(tree, predicate, argument) : tree.dependents(predicate, relation);
    case 'poss':
      return possessors(tree, predicate);
    case 'amod':
      return modifiersBy(tree, predicate, 'amod');
    case 'compound':
      return modifiersBy(tree, predicate, 'compound');
    case 'xcomp':
      return infinitives(tree, predicate).flatMap((child) => tree.conjuncts(child));
    case 'ccomp':
      return tree.dependents(predicate, 'ccomp').flatMap((child) => tree.conjuncts(child));
    case 'acl':
      return tree.exactly(predicate, 'acl');
    case 'advcl':
      return argument ? prepositionalClauses(tree, predicate, argument) : tree.dependents(predicate, 'advcl');
    case 'case':
      return tree.dependents(predicate, relation);
    case 'advmod':
      return [
        ...tree.dependents(predicate, relation),
        ...tree.exactly(predicate, 'obl').filter((i) => tree.token(i).upos === 'ADP'),
      ];
    case 'as':
      return asPhrases(tree, predicate);
    case 'neg':
      return negators(tree, predicate);
    case 'owner':
      return carrierSubjects(tree, predicate);
    case 'arg':
      return predicationSubjects(tree, predicate);
    case 'prt':
      return [...tree.dependents(predicate, 'compound:prt', 'advmod', 'compound'), ...particle(tree, predicate)];
    default:
      return [];
  }
}

const DURATION = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'month',
  'year',
  'decade',
  'century',
  'generation',
]);

/** "argued for decades": a for-phrase that says how long names nobody and nothing. */
const isDuration = (tree: SyntaxTree, i: number): boolean => DURATION.has(tree.token(i).lemma.toLowerCase());
const REFUSALS = new Set(['refuse', 'decline', 'fail', 'unable', 'unwilling', 'impossible', 'hard', 'difficult']);

/** What negates a predicate that only counts negated ("saw **no** merit in", "**not** take sides", "**refused** to be drawn"). */
function negators(tree: SyntaxTree, predicate: number): number[] {
  const none = [...tree.exactly(predicate, 'obj'), predicate].flatMap((child) =>
    tree.dependents(child, 'det').filter((det) => ['no', 'neither', 'any', 'little'].includes(low(tree.token(det)))),
  );
  const nothing = tree
    .exactly(predicate, 'obj')
    .filter((child) => ['nothing', 'little', 'none'].includes(low(tree.token(child))));
  const found = [...none, ...nothing];
  if (isNegated(tree, predicate)) found.push(predicate);
  const { head } = tree.token(predicate);
  if (head >= 0 && base(tree.token(predicate)) === 'xcomp' && REFUSALS.has(tree.token(head).lemma.toLowerCase()))
    found.push(head);
  return found;
}

const PARTICLES = new Set(['off', 'out', 'down', 'up', 'aside', 'away']);

/** "brushed off the threat", "walked out of the talks": a particle that the parser took for the preposition of the noun behind. */
function particle(tree: SyntaxTree, verb: number): number[] {
  const word = tree.tokens[verb + 1];
  return word && PARTICLES.has(low(word)) && base(word) === 'case' ? [word.index] : [];
}

/** Objects; else the noun behind a particle taken for its preposition, else a person addressed ("asked Benin to stop"). */
function objectsOf(tree: SyntaxTree, predicate: number): number[] {
  const found = objects(tree, predicate);
  if (found.length > 0) return found;
  const [off] = particle(tree, predicate);
  if (off !== undefined && !tree.preposition(tree.token(off).head).includes('_')) return tree.conjuncts(tree.token(off).head);
  const addressed = tree.exactly(predicate, 'iobj');
  return addressed.flatMap((child) => tree.conjuncts(child));
}

/** Governed word of the preposition itself when the predicate is one ("against Y"), else its obliques. */
function nominals(tree: SyntaxTree, predicate: number, preposition: string): number[] {
  const token = tree.token(predicate);
  if (token.upos === 'ADP' && low(token) === preposition && token.head >= 0) return tree.conjuncts(token.head);
  const own = obliques(tree, predicate, preposition).filter((child) => preposition !== 'for' || !isDuration(tree, child));
  if (own.length > 0) return own;
  const [out] = particle(tree, predicate);
  if (out !== undefined && tree.preposition(tree.token(out).head) === `${low(tree.token(out))}_${preposition}`)
    return tree.conjuncts(tree.token(out).head);
  const outer = outermostNoun(tree, predicate);
  if (outer !== predicate) return nominals(tree, outer, preposition);
  const carrier = token.head;
  const carried = carrier >= 0 && ['obj', 'obl'].includes(base(token)) && tree.token(carrier).upos === 'VERB';
  return carried
    ? tree
        .dependents(carrier, 'obl')
        .filter((child) => tree.preposition(child) === preposition)
        .flatMap((child) => tree.conjuncts(child))
    : [];
}

function clauseSubjects(tree: SyntaxTree, clause: number): number[] {
  const passive = tree.exactly(clause, 'nsubj:pass').flatMap((child) => tree.conjuncts(child));
  return passive.length > 0 ? passive : subjects(tree, clause);
}

/** True if a constraint of a frame holds at a predicate. */
export function satisfies(tree: SyntaxTree, predicate: number, constraint: SlotConstraint): boolean {
  const found = fillers(tree, predicate, constraint.slot);
  if (constraint.lemmas.size === 0)
    return (
      found.length > 0 ||
      (/^obl:[a-z_]+$/.test(constraint.slot) && prepositionalClauses(tree, predicate, constraint.slot.slice(4)).length > 0)
    );
  return found.some((i) => constraint.lemmas.has(tree.token(i).lemma.toLowerCase()) || constraint.lemmas.has(low(tree.token(i))));
}
