import { createHash } from 'node:crypto';
import { NUMERIC_TYPES } from '../../src/sparql/push-down/numeric.ts';
import type { Rows } from './engines.ts';

/** Numbers are the same that have the same value, and each engine has its own labels of blank nodes. */
const cell = (term: { value: string; termType: string; datatype?: { value: string } }): string => {
  if (term.termType === 'BlankNode') return '_:';
  return term.datatype && NUMERIC_TYPES.has(term.datatype.value)
    ? String(Math.round(Number(term.value) * 1e9) / 1e9)
    : term.value;
};

/** The same for the same rows, in whatever order. */
export const fingerprint = (rows: Rows): string => {
  const texts = rows.map((row) =>
    [...row]
      .flatMap(([name, term]) => (term ? [`${name}=${cell(term)}`] : []))
      .sort()
      .join('|'),
  );
  return createHash('sha256').update(texts.sort().join('\n')).digest('hex').slice(0, 12);
};
