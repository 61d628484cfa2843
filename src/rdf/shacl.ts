import { Store } from 'n3';
import type { PathStep, ValidationResult } from 'shacl-engine';
import { dataFactory, defaultGraph, inGraph, type Quad, type Term } from './factory.ts';
import { prefixesFor } from './namespaces.ts';
import { byCodeUnit } from './order.ts';

/** One way in which a graph breaks a shape. */
export interface ShapeFinding {
  /** The node that does not conform. */
  readonly focus: string;
  /** The property at fault in SPARQL's path syntax; null where the node as a whole is. */
  readonly path: string | null;
  /** The value at fault, where there is one. */
  readonly value: string | null;
  readonly message: string;
  readonly severity: 'violation' | 'warning' | 'info';
  /** IRI of the kind of constraint (`sh:MinCountConstraintComponent`, …). */
  readonly constraint: string;
}

/** Validates quads, whatever their graph, against the shapes it was made of. */
export type ShapeValidator = (quads: Iterable<Quad>) => Promise<ShapeFinding[]>;

const MODIFIER: Readonly<Record<PathStep['quantifier'], string>> = { one: '', oneOrMore: '+', zeroOrMore: '*', zeroOrOne: '?' };

const shorten = (iri: string, prefixes: readonly (readonly [string, string])[]): string => {
  const found = prefixes.find(([, namespace]) => iri.startsWith(namespace));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
};

const PREFIXES = Object.entries(prefixesFor('urn:none:'));

const showPath = (path: readonly PathStep[] | undefined): string | null => {
  if (!path) return null;
  return path
    .map((step) => {
      const names = step.predicates.map((term) => shorten(term.value, PREFIXES)).join('|');
      const grouped = step.predicates.length > 1 ? `(${names})` : names;
      return `${step.start === 'object' ? '^' : ''}${grouped}${MODIFIER[step.quantifier]}`;
    })
    .join('/');
};

const SEVERITIES: Readonly<Record<string, ShapeFinding['severity']>> = {
  Violation: 'violation',
  Warning: 'warning',
  Info: 'info',
};

const localName = (term: Term): string => term.value.slice(term.value.lastIndexOf('#') + 1);

const findingOf = (result: ValidationResult): ShapeFinding => ({
  focus: result.focusNode.term?.value ?? '',
  path: showPath(result.path),
  value: result.value?.term?.value ?? null,
  message: result.message[0]?.value ?? `does not conform to ${localName(result.constraintComponent)}`,
  severity: SEVERITIES[localName(result.severity)] ?? 'violation',
  constraint: result.constraintComponent.value,
});

const keyOf = ({ focus, path, message, value, constraint }: ShapeFinding): string =>
  JSON.stringify([focus, path, message, value, constraint]);

const storeOf = (quads: Iterable<Quad>): Store => {
  const store = new Store();
  for (const quad of quads) store.addQuad(inGraph(quad, defaultGraph()) as never);
  return store;
};

/**
 * A validator for a graph of shapes (W3C SHACL Core). Findings are sorted by focus, path and message;
 * as in SHACL, a node that two shapes reject in the same way is reported twice. The engine is loaded on first use.
 */
export const shapeValidator = async (shapes: Iterable<Quad>): Promise<ShapeValidator> => {
  const { Validator } = await import('shacl-engine');
  const validator = new Validator(storeOf(shapes), { factory: dataFactory });
  return async (quads) => {
    const report = await validator.validate({ dataset: storeOf(quads) });
    const findings = report.results.map((result) => findingOf(result));
    return findings.sort((one, other) => byCodeUnit(keyOf(one), keyOf(other)));
  };
};
