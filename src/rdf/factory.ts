import type { BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import loaded from 'n3/lib/N3DataFactory.js';
import { XSD } from './namespaces.ts';

const DataFactory = 'default' in loaded ? loaded.default : loaded;

export type { BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term };

export const iri = (value: string): NamedNode => DataFactory.namedNode(value);
export const string = (value: string): Literal => DataFactory.literal(value);
export const typed = (value: string, datatype: string): Literal => DataFactory.literal(value, DataFactory.namedNode(datatype));
export const langString = (value: string, language: string): Literal => DataFactory.literal(value, language);
export const boolean = (value: boolean): Literal => typed(String(value), XSD.boolean);
export const integer = (value: number): Literal => typed(String(value), XSD.integer);
export const offset = (value: number): Literal => typed(String(value), XSD.nonNegativeInteger);
export const date = (value: string): Literal => typed(value, XSD.date);
export const blank = (label: string): BlankNode => DataFactory.blankNode(label);
export const defaultGraph = (): DefaultGraph => DataFactory.defaultGraph();

/** A number from 0 to 1 as xsd:decimal with at most four digits ("0.85", "1.0"). */
export const score = (value: number): Literal => {
  const digits = (Math.round(value * 10000) / 10000).toString();
  return typed(digits.includes('.') ? digits : `${digits}.0`, XSD.decimal);
};

/** The RDF/JS factory, for libraries that ask for one. */
export const dataFactory = DataFactory;

export const quad = (
  subject: Quad['subject'],
  predicate: Quad['predicate'],
  object: Quad['object'],
  graph: Quad['graph'],
): Quad => DataFactory.quad(subject as never, predicate as never, object as never, graph as never) as unknown as Quad;

/** The same triple in another graph. */
export const inGraph = (source: Quad, graph: Quad['graph']): Quad => quad(source.subject, source.predicate, source.object, graph);
