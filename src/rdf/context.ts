import { VOCABULARY_PREFIXES } from './namespaces.ts';

/** How JSON-LD coerces the values of those properties of other vocabularies whose values are not plain strings. */
const EXTERNAL: Readonly<Record<string, string>> = {
  'oa:end': 'xsd:nonNegativeInteger',
  'oa:hasSelector': '@id',
  'oa:hasSource': '@id',
  'oa:hasTarget': '@id',
  'oa:start': 'xsd:nonNegativeInteger',
  'prov:wasGeneratedBy': '@id',
  'sem:hasEarliestBeginTimeStamp': 'xsd:date',
  'sem:hasEarliestEndTimeStamp': 'xsd:date',
  'sem:hasLatestBeginTimeStamp': 'xsd:date',
  'sem:hasLatestEndTimeStamp': 'xsd:date',
  'skos:broader': '@id',
};

/** Property by compact name to how its values are read: `@id` or a datatype. @param own those of the ontology, by local name */
export const coercionsOf = (own: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(own).map(([name, type]) => [`dem:${name}`, type])),
  ...EXTERNAL,
});

const expanded = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':');
  return (VOCABULARY_PREFIXES as Readonly<Record<string, string>>)[prefix] + local;
};

export type JsonLdContext = Readonly<Record<string, string | { readonly '@id': string; readonly '@type': string }>>;

/** The context that an export carries: prefixes, and how the values of each property are to be read. */
export const jsonLdContext = (
  prefixes: Readonly<Record<string, string>>,
  coercions: Readonly<Record<string, string>>,
): JsonLdContext => ({
  ...prefixes,
  ...Object.fromEntries(Object.entries(coercions).map(([name, type]) => [name, { '@id': expanded(name), '@type': type }])),
});
