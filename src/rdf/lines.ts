import { escapeString } from './escape.ts';
import type { Quad, Term } from './factory.ts';
import { XSD } from './namespaces.ts';

/** A checked term as N-Triples, Turtle and SPARQL write it. */
export const writeTerm = (term: Term): string => {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal') return '';
  const text = `"${escapeString(term.value)}"`;
  if (term.language !== '') return `${text}@${term.language.toLowerCase()}`;
  return term.datatype.value === XSD.string ? text : `${text}^^<${term.datatype.value}>`;
};

const writeLine = (terms: readonly Term[]): string => `${terms.map(writeTerm).join(' ')} .\n`;

/** Checked, sorted quads as N-Triples or N-Quads, one line each. */
export const writeLines = (quads: readonly Quad[]): string =>
  quads
    .map((quad) => {
      const triple = [quad.subject, quad.predicate, quad.object];
      return writeLine(quad.graph.termType === 'DefaultGraph' ? triple : [...triple, quad.graph]);
    })
    .join('');
