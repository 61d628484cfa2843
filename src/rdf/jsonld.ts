import { DemarcheError } from '../model/errors.ts';
import { coercionsOf, jsonLdContext } from './context.ts';
import { escapeJson } from './escape.ts';
import type { Literal, Quad, Term } from './factory.ts';
import { RDF, XSD } from './namespaces.ts';
import { byCodeUnit, groupBy } from './order.ts';
import { COERCION } from './vocabulary.ts';

/*
 * JSON-LD 1.1 out of checked, sorted quads: one node object per subject within a graph, values coerced by the context. Written by
 * hand and not with a library, because compaction must not turn an absolute IRI into what reads as a prefixed name (`actor:x`),
 * and because output must be synchronous and the same on every run (docs/decisions/0021-own-serialisers.md).
 */

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

interface Compaction {
  readonly name: (iri: string) => string;
}

const compactionWith = (prefixes: Readonly<Record<string, string>>): Compaction => {
  const entries = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length || byCodeUnit(a, b));
  const schemes = new Set(Object.keys(prefixes).map((prefix) => prefix.toLowerCase()));
  return {
    name: (iri) => {
      for (const [prefix, namespace] of entries) {
        const local = iri.slice(namespace.length);
        if (iri.startsWith(namespace) && local !== '' && !local.startsWith('//')) return `${prefix}:${local}`;
      }
      if (schemes.has(iri.slice(0, iri.indexOf(':')).toLowerCase()))
        throw new DemarcheError('rdf', `the IRI <${iri}> would read as a prefixed name in JSON-LD`, {
          hint: 'export another format',
        });
      return iri;
    },
  };
};

const idOf = (term: Term, compaction: Compaction): string =>
  term.termType === 'BlankNode' ? `_:${term.value}` : compaction.name(term.value);

const COERCIONS = coercionsOf(COERCION);

/** Integers that JSON readers keep as they are. */
const PLAIN_INTEGER = /^(?:0|[1-9][0-9]{0,14})$/;

/** Booleans and integers as JSON has them. Decimals stay strings: as numbers they would be read as xsd:double. */
const coercedJson = (literal: Literal): Json => {
  if (literal.datatype.value === XSD.boolean && /^(?:true|false)$/.test(literal.value)) return literal.value === 'true';
  const isInteger = literal.datatype.value === XSD.integer || literal.datatype.value === XSD.nonNegativeInteger;
  return isInteger && PLAIN_INTEGER.test(literal.value) ? Number(literal.value) : literal.value;
};

const valueJson = (term: Term, coercion: string | null, compaction: Compaction): Json => {
  if (term.termType !== 'Literal') {
    const id = idOf(term, compaction);
    return coercion === '@id' ? id : { '@id': id };
  }
  if (term.language !== '') return { '@value': term.value, '@language': term.language.toLowerCase() };
  const type = term.datatype.value;
  if (type === XSD.string) return coercion === null ? term.value : { '@value': term.value };
  const name = compaction.name(type);
  return name === coercion ? coercedJson(term) : { '@value': term.value, '@type': name };
};

const single = (values: readonly Json[]): Json => (values.length === 1 ? values[0]! : values);

const nodeOf = (quads: readonly Quad[], compaction: Compaction): Json => {
  const node: Record<string, Json> = { '@id': idOf(quads[0]!.subject, compaction) };
  const groups = groupBy(quads, 'predicate');
  const types = quads.filter((quad) => quad.predicate.value === RDF.type);
  const plainTypes = types.every((quad) => quad.object.termType !== 'Literal');
  if (types.length > 0 && plainTypes) node['@type'] = single(types.map((quad) => idOf(quad.object, compaction)));
  for (const group of groups) {
    const predicate = group[0]!.predicate.value;
    if (predicate === RDF.type && plainTypes) continue;
    const name = compaction.name(predicate);
    const coercion = COERCIONS[name] ?? null;
    node[name] = single(group.map((quad) => valueJson(quad.object, coercion, compaction)));
  }
  return node;
};

const graphOf = (quads: readonly Quad[], compaction: Compaction): readonly Json[] => {
  const nodes = groupBy(quads, 'subject').map((group) => nodeOf(group, compaction));
  const graph = quads[0]!.graph;
  return graph.termType === 'DefaultGraph' ? nodes : [{ '@id': idOf(graph, compaction), '@graph': nodes }];
};

const write = (value: Json, indent: string): string => {
  if (typeof value === 'string') return escapeJson(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  const isArray = Array.isArray(value);
  const parts = isArray
    ? (value as readonly Json[]).map((item) => inner + write(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${escapeJson(key)}: ${write(item, inner)}`);
  const [open, close] = isArray ? '[]' : '{}';
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
};

/** Checked, sorted quads as one JSON-LD document with its context. */
export const writeJsonLd = (quads: readonly Quad[], prefixes: Readonly<Record<string, string>>): string => {
  const compaction = compactionWith(prefixes);
  const graph = groupBy(quads, 'graph').flatMap((group) => graphOf(group, compaction));
  return `${write({ '@context': jsonLdContext(prefixes, COERCIONS), '@graph': graph }, '')}\n`;
};
