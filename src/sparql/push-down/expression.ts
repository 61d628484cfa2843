import type { Node } from './node.ts';
import type { QueryTerms } from './terms.ts';
import { effectiveBoolean, type Maybe, truth, type Value } from './values.ts';

/** What an expression needs of the query it stands in. */
export interface Scope {
  readonly terms: QueryTerms;
  readonly registers: Uint32Array;
  readonly baseIri: string;
  /** The register of a variable; -1 for one that is nowhere bound. */
  register(name: string): number;
  /** The test whether a pattern has a solution that fits the registers. */
  exists(pattern: Node): () => boolean;
}

/** An expression to be evaluated over the registers. */
export interface Expression {
  /** null is a type error, or an unbound variable. */
  value(): Maybe<Value>;
  /** The id of the term; 0 for an error. */
  id(): number;
  /** Effective boolean value: 1, 0, or -1 for an error. */
  test(): number;
}

export const fromValue = (terms: QueryTerms, value: () => Maybe<Value>): Expression => ({
  value,
  id: () => {
    const found = value();
    return found === null ? 0 : terms.idOfValue(found);
  },
  test: () => {
    const found = value();
    const truth = found && effectiveBoolean(found);
    return truth === null ? -1 : Number(truth);
  },
});

export const fromTest = (terms: QueryTerms, test: () => number): Expression => {
  const value = (): Maybe<Value> => {
    const result = test();
    return result < 0 ? null : truth(result === 1);
  };
  return { ...fromValue(terms, value), test };
};
