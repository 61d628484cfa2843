import { DemarcheError } from '../model/errors.ts';
import type { Literal, Quad, Term } from './factory.ts';
import { RDF } from './namespaces.ts';

/*
 * Every term is checked before it is written: n3's writer checks nothing, and an IRI such as `x> <p> <o> . <y` would write a
 * second triple. A term is written so that it reads back equal, or it is refused; what is refused and what is escaped is told in
 * docs/decisions/0020-terms-that-go-out.md.
 */

/** RFC 3987, section 2.2, without what Turtle's IRIREF forbids, control characters and private use. */
const ABSOLUTE_IRI =
  /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]*$/u;
/** Percent signs must begin an escape; direction marks are not allowed in IRIs (RFC 3987, section 4.1). */
const BAD_PERCENT = /%(?![0-9A-Fa-f]{2})/;
const DIRECTION_MARKS = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
/** BCP 47 as Turtle's LANGTAG has it, subtags of at most eight characters. */
const LANGUAGE_TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;
const BLANK_LABEL = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** True if the text has a UTF-8 form. */
export const isWellFormed = (text: string): boolean => !LONE_SURROGATE.test(text);

export const isAbsoluteIri = (value: string): boolean =>
  ABSOLUTE_IRI.test(value) && !BAD_PERCENT.test(value) && !DIRECTION_MARKS.test(value);

const isLanguageTag = (value: string): boolean => LANGUAGE_TAG.test(value);

const isBlankLabel = (value: string): boolean => BLANK_LABEL.test(value);

/** What is wrong with a term, in words; null if it may go out. */
const termDefect = (term: Term): string | null => {
  switch (term.termType) {
    case 'NamedNode':
      return isAbsoluteIri(term.value) ? null : 'is not a valid absolute IRI';
    case 'BlankNode':
      return isBlankLabel(term.value) ? null : 'is not a valid blank-node label';
    case 'Literal':
      return literalDefect(term);
    case 'DefaultGraph':
      return null;
    default:
      return `is a ${term.termType}, which RDF 1.1 does not have`;
  }
};

const literalDefect = (literal: Literal): string | null => {
  if (!isWellFormed(literal.value)) return 'holds half a surrogate pair';
  if ('direction' in literal && literal.direction) return 'has a base direction, which RDF 1.1 does not have';
  if (literal.language !== '')
    return isLanguageTag(literal.language) ? null : `has an invalid language tag ${quoted(literal.language)}`;
  if (literal.datatype.value === RDF.langString) return 'has the datatype rdf:langString but no language';
  return isAbsoluteIri(literal.datatype.value) ? null : `has an invalid datatype IRI ${quoted(literal.datatype.value)}`;
};

/** Shows a value in a message: cut, without characters that could disturb a terminal. */
const quoted = (value: string): string => JSON.stringify(value.slice(0, 60)).replace(/[^\x20-\x7e]/g, '?');

const allowed: Readonly<Record<'subject' | 'predicate' | 'object' | 'graph', readonly Term['termType'][]>> = {
  subject: ['NamedNode', 'BlankNode'],
  predicate: ['NamedNode'],
  object: ['NamedNode', 'BlankNode', 'Literal'],
  graph: ['NamedNode', 'BlankNode', 'DefaultGraph'],
};

/** @throws DemarcheError (kind `rdf`) if a term of the quad cannot be written safely or stands where it may not. */
export const checkQuad = (quad: Quad): void => {
  for (const position of ['subject', 'predicate', 'object', 'graph'] as const) {
    const term = quad[position];
    const defect = allowed[position].includes(term.termType)
      ? termDefect(term)
      : `is a ${term.termType}, which cannot be ${position}`;
    if (defect !== null)
      throw new DemarcheError('rdf', `the ${position} ${quoted(term.value)} ${defect}`, {
        hint: 'nothing was written; correct the term',
      });
  }
};
