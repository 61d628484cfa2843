import type { Sentence } from '../../../model/syntax.ts';
import {
  accordingPhrase,
  byGerund,
  finalReport,
  governingPreposition,
  punctuationRoot,
  reducedRelative,
  sharedSubject,
  strayPreposition,
  subordinateFirst,
  subordinator,
} from './clauses.ts';
import type { Draft, LemmaOf, Repair } from './draft.ts';
import { copularPredicate, directionBeforeNoun, nominalAgent, nounObject, possessor, soCalled, strayObject } from './nominals.ts';
import {
  agentOfNoun,
  agentPhrase,
  insertedReport,
  lostVerb,
  objectComplement,
  objectOfNoun,
  quotedClause,
} from './predicates.ts';
import {
  adjacentSubject,
  interruptedSubject,
  missingVerb,
  modifierOfVerb,
  pastTense,
  splitCoordination,
  timeSubject,
  titleRun,
  transitiveParticiple,
} from './subjects.ts';

/*
 * Corrections of parser slips that matter for who does what. Each states a regularity of English that
 * a greedy parser trained on mixed genres is known to miss; a tree that obeys it is left as it is.
 */

const REPAIRS: readonly Repair[] = [
  missingVerb,
  pastTense,
  transitiveParticiple,
  directionBeforeNoun,
  strayPreposition,
  governingPreposition,
  subordinator,
  reducedRelative,
  nounObject,
  titleRun,
  byGerund,
  subordinateFirst,
  modifierOfVerb,
  soCalled,
  possessor,
  copularPredicate,
  sharedSubject,
  splitCoordination,
  strayObject,

  quotedClause,
  lostVerb,
  objectComplement,
  insertedReport,
  agentPhrase,
  agentOfNoun,
  objectOfNoun,

  punctuationRoot,
  accordingPhrase,
  timeSubject,
  interruptedSubject,
  adjacentSubject,
  nominalAgent,
  finalReport,
];

/** True if every token leads to one root. */
function isTree(tokens: readonly Draft[]): boolean {
  if (tokens.filter((token) => token.head < 0).length !== 1) return false;
  return tokens.every((token) => {
    let at = token.index;
    for (let steps = 0; steps <= tokens.length; steps++) {
      at = tokens[at]!.head;
      if (at < 0) return true;
    }
    return false;
  });
}

/** The sentence with its tree corrected where it breaks one of the regularities above; a repair that would break the tree is left out. */
export function repaired(sentence: Sentence, lemmaOf: LemmaOf): Sentence {
  let tokens: Draft[] = sentence.tokens.map((token) => ({ ...token }));
  for (const repair of REPAIRS) {
    const before = tokens.map((token) => ({ ...token }));
    repair(tokens, lemmaOf);
    if (!isTree(tokens)) tokens = before;
  }
  return { ...sentence, tokens };
}
