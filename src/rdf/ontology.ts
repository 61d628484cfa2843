import type { Quad } from './factory.ts';
import { OWL, RDF, RDFS, SKOS, VOCABULARY_PREFIXES } from './namespaces.ts';
import { byCodeUnit } from './order.ts';

/** A class or property of the ontology, as its Turtle file describes it. */
export interface OntologyTerm {
  readonly iri: string;
  /** Local name within the `dem:` namespace. */
  readonly name: string;
  readonly kind: 'class' | 'property';
  readonly objectProperty: boolean;
  readonly label: string;
  readonly comment: string;
  readonly examples: readonly string[];
  readonly superClasses: readonly string[];
  readonly domain: string | null;
  readonly range: string | null;
}

const KINDS: Readonly<Record<string, OntologyTerm['kind']>> = {
  [OWL.Class]: 'class',
  [OWL.ObjectProperty]: 'property',
  [OWL.DatatypeProperty]: 'property',
};

const termOf = (type: Quad, quads: readonly Quad[]): OntologyTerm => {
  const values = (predicate: string): string[] =>
    quads.filter((quad) => quad.predicate.value === predicate).map((quad) => quad.object.value);
  return {
    iri: type.subject.value,
    name: type.subject.value.slice(VOCABULARY_PREFIXES.dem.length),
    kind: KINDS[type.object.value]!,
    objectProperty: type.object.value === OWL.ObjectProperty,
    label: values(RDFS.label)[0] ?? '',
    comment: values(RDFS.comment)[0] ?? '',
    examples: values(SKOS.example),
    superClasses: values(RDFS.subClassOf),
    domain: values(RDFS.domain)[0] ?? null,
    range: values(RDFS.range)[0] ?? null,
  };
};

/** The classes and properties that an ontology file defines, in code-unit order of their IRIs. */
export const readOntology = (quads: readonly Quad[]): OntologyTerm[] => {
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) {
    const list = bySubject.get(quad.subject.value);
    if (list) list.push(quad);
    else bySubject.set(quad.subject.value, [quad]);
  }
  return quads
    .filter((quad) => quad.predicate.value === RDF.type && quad.object.value in KINDS)
    .map((quad) => termOf(quad, bySubject.get(quad.subject.value)!))
    .sort((a, b) => byCodeUnit(a.iri, b.iri));
};
