import type { Node } from './node.ts';

/* Property paths by their form (SPARQL 1.1, section 18.2.2.3). */

export const partsOf = (path: Node): readonly Node[] => path.input as readonly Node[];

const takesPath = (type: unknown): boolean =>
  ['link', 'inv', 'nps', 'alt', 'seq', 'ZeroOrOnePath', 'OneOrMorePath', 'ZeroOrMorePath'].includes(String(type));

/** True if the path, with all that is in it, is one that can be walked. */
export const isPath = (path: Node): boolean =>
  takesPath(path.type) &&
  (path.path === undefined || isPath(path.path as Node)) &&
  (path.input === undefined || partsOf(path).every(isPath));

/** True if the path may have no step. */
export const isNullable = (path: Node): boolean => {
  switch (path.type) {
    case 'link':
    case 'nps':
      return false;
    case 'inv':
    case 'OneOrMorePath':
      return isNullable(path.path as Node);
    case 'alt':
      return partsOf(path).some(isNullable);
    case 'seq':
      return partsOf(path).every(isNullable);
    default:
      return true;
  }
};

const REPEATED = new Set(['ZeroOrOnePath', 'OneOrMorePath', 'ZeroOrMorePath']);

/**
 * The same path without repetition of what is repeated already: (P*)*, (P+)? and the like reach the same ends as P*, each once.
 * Walked as written, each star within a star would walk all that the inner one has walked.
 */
export const simplified = (path: Node): Node => {
  if (path.input !== undefined) return { ...path, input: partsOf(path).map(simplified) };
  if (path.path === undefined) return path;
  const inner = simplified(path.path as Node);
  if (!REPEATED.has(path.type!) || !REPEATED.has(inner.type!)) return { ...path, path: inner };
  return path.type === inner.type ? inner : { ...inner, type: 'ZeroOrMorePath' };
};
