import { prefixesFor } from '../rdf/namespaces.ts';

/**
 * Declarations put before a query, so that authors need write none: the vocabularies in use and the kinds of individuals
 * (`actor:FRA`). One line, so that line numbers stay as the author sees them; only columns of the first line shift, by the
 * length of this string. A prefix that the query declares itself overrides the one here.
 */
export const prologueFor = (baseIri: string): string =>
  Object.entries(prefixesFor(baseIri))
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `)
    .join('');
