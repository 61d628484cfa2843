import type { Reading } from '../reading.ts';
import { findAcronymDefinitions } from './acronyms.ts';
import { findBodies, findPossessedBody } from './bodies.ts';
import { findDescription, findMembers, findOffice, findPartyDescription, findPronoun } from './descriptions.ts';
import { findListed } from './listed.ts';
import { closeRuns, type OpenRun, readNameRun } from './names.ts';
import { affiliationBeforeName, affiliationBehindName, officeFromRelativeClause } from './persons.ts';
import { findNameRuns } from './proper-names.ts';
import { Setting } from './setting.ts';
import { findSides } from './sides.ts';
import { findTitles } from './titles.ts';

/**
 * Finds who and what the article speaks of. Listed names come first for the whole article, since
 * later steps ask what else is mentioned; the rest goes sentence by sentence, so that "the spokesman"
 * and "it" see only what stands before them.
 */
export function findMentions(reading: Reading): void {
  const setting = new Setting(reading);
  for (const sentence of reading.sentences) findListed(reading, setting, sentence);
  const open: OpenRun[] = [];
  for (const sentence of reading.sentences) {
    findBodies(reading, sentence);
    const titles = findTitles(reading, sentence);
    for (const run of findNameRuns(reading, sentence, titles))
      if (!readNameRun(reading, sentence, run, titles)) open.push({ sentence, run });
    for (const mention of reading.mentionsIn(sentence.index)) {
      officeFromRelativeClause(reading, sentence, mention);
      affiliationBeforeName(reading, sentence, mention);
      affiliationBehindName(reading, sentence, mention);
    }
    findAcronymDefinitions(reading, sentence);
    for (const title of titles) findOffice(reading, sentence, title);
    for (const token of sentence.tokens) {
      findMembers(reading, sentence, token.index);
      findSides(reading, sentence, token.index);
      findPartyDescription(reading, sentence, token.index);
      findDescription(reading, sentence, token.index);
      findPossessedBody(reading, sentence, token.index);
      findPronoun(reading, sentence, token.index);
    }
  }
  closeRuns(reading, open);
}
