import { assertReadOnly, type Operation, splitDataset } from './algebra.ts';
import { parseQuery } from './parser/query.ts';
import { NotRead } from './parser/tokens.ts';
import { prologueFor } from './prefixes.ts';
import { takesQuery } from './push-down/query.ts';
import { mayBeOther, notReadError, syntaxError } from './syntax-error.ts';
import type { QueryOptions } from './types.ts';

/** Parses text in which the customary prefixes are known. @throws DemarcheError with the author's own line and column */
export const parseText = async (text: string, baseIri: string, file = 'query'): Promise<Operation> => {
  const prologue = prologueFor(baseIri);
  try {
    const { parseAlgebra } = await import('./comunica.ts');
    return await parseAlgebra(prologue + text, baseIri);
  } catch (error) {
    throw syntaxError(error, { text, prologue, file });
  }
};

/** Parses the author's text, fetches what its SERVICE clauses may fetch, and refuses whatever is not a plain read. */
export const parseReadOnly = async (text: string, baseIri: string, options: QueryOptions): Promise<Operation> => {
  const operation = await parseText(text, baseIri, options.file);
  const { federation } = options;
  try {
    const local = federation ? await (await import('./federation.ts')).resolveServices(operation, federation) : operation;
    assertReadOnly(local);
    return local;
  } catch (error) {
    // The parser reads algebra that is nested deeper than can be walked.
    if (error instanceof RangeError) throw syntaxError(error, { text, prologue: '', file: options.file ?? 'query' });
    throw error;
  }
};

/** The algebra of a SPARQL 1.1 query; null for what may be an update or SPARQL 1.2. @throws DemarcheError for all else */
const readOwn = (text: string, baseIri: string, file = 'query'): Operation | null => {
  const prologue = prologueFor(baseIri);
  try {
    return parseQuery(prologue + text, baseIri).algebra;
  } catch (error) {
    if (!(error instanceof NotRead)) throw error;
    const source = { text, prologue, file };
    if (mayBeOther(error, source)) return null;
    throw notReadError(error, source);
  }
};

/**
 * The same, for evaluation over our own source: SPARQL 1.1 is read, or refused, by our own parser, all else by Comunica's, which
 * takes longer to load than most queries to run.
 */
export const parseForPushDown = async (text: string, baseIri: string, options: QueryOptions): Promise<Operation> => {
  const own = readOwn(text, baseIri, options.file);
  if (own && !options.federation) assertReadOnly(own);
  return own && takesQuery(splitDataset(own).operation) ? own : parseReadOnly(text, baseIri, options);
};
