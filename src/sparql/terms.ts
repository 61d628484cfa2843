import type { Literal, NamedNode, Term } from '@rdfjs/types';
import { KNOWN_PREFIXES } from './prefixes.ts';

export const XSD = KNOWN_PREFIXES.xsd!;

/** Characters that may not stand in an IRI (RFC 3987; SPARQL 1.1 rule IRIREF). */
const ILLEGAL_IN_IRI = /[\u0000-\u0020<>"{}|\\^`]/;

/** True for an absolute IRI without characters that could break out of its place. */
export const isIri = (value: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value) && !ILLEGAL_IN_IRI.test(value);

/** An RDF/JS NamedNode. */
export const namedNode = (value: string): NamedNode => ({
  termType: 'NamedNode',
  value,
  equals: (other?: Term | null) => other?.termType === 'NamedNode' && other.value === value,
});

/** An RDF/JS Literal without language; `datatype` is a local name of XML Schema. */
export const literal = (value: string, datatype = 'string'): Literal => {
  const type = namedNode(XSD + datatype);
  return {
    termType: 'Literal',
    value,
    language: '',
    direction: null,
    datatype: type,
    equals: (other?: Term | null) =>
      other?.termType === 'Literal' && other.value === value && other.language === '' && other.datatype.equals(type),
  };
};
