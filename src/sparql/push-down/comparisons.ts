import type { Expression } from './expression.ts';
import { compareValues, type Value, valuesEqual } from './values.ts';

/* Tests: 1 and 0 for true and false, -1 for a type error (SPARQL 1.1, sections 17.2 and 17.4.1). */

/** `=`: the same term is equal to itself unless it is NaN or has no known value; both of which its value tells. */
export const equality =
  (a: Expression, b: Expression): (() => number) =>
  () => {
    const left = a.value();
    const right = left && b.value();
    const equal = right && valuesEqual(left!, right);
    return equal === null ? -1 : Number(equal);
  };

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

const isNotANumber = (value: Value): boolean => value.kind === 'number' && Number.isNaN(value.number);

export const comparison = (operator: string, a: Expression, b: Expression): (() => number) => {
  const holds = COMPARISONS[operator]!;
  return () => {
    const left = a.value();
    const right = left && b.value();
    if (!right) return -1;
    const order = compareValues(left!, right);
    if (!Number.isNaN(order)) return Number(holds(order));
    return left!.kind === 'number' && right.kind === 'number' && (isNotANumber(left!) || isNotANumber(right)) ? 0 : -1;
  };
};

/** Membership: an error only if no member is equal and one could not be compared (section 17.4.1.9). */
export const membership = (subject: Expression, members: readonly Expression[]): (() => number) => {
  const tests = members.map((member) => equality(subject, member));
  return () => {
    let result = 0;
    for (const test of tests) {
      const equal = test();
      if (equal === 1) return 1;
      if (equal < 0) result = -1;
    }
    return subject.value() === null ? -1 : result;
  };
};

export const not =
  (test: () => number): (() => number) =>
  () => {
    const result = test();
    return result < 0 ? -1 : 1 - result;
  };

/** Three-valued AND and OR (section 17.2): false or true wins over an error. */
export const and =
  (a: Expression, b: Expression): (() => number) =>
  () => {
    const left = a.test();
    if (left === 0) return 0;
    const right = b.test();
    return right === 0 ? 0 : Math.min(left, right);
  };

export const or =
  (a: Expression, b: Expression): (() => number) =>
  () => {
    const left = a.test();
    if (left === 1) return 1;
    const right = b.test();
    return right === 1 ? 1 : Math.min(left, right);
  };
