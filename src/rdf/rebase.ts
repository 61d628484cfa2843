import { iri, type Quad, quad, type Term } from './factory.ts';
import { DEFAULT_BASE } from './namespaces.ts';

/** Quads whose individuals stand under the default base (shipped topics, say), put under another base. */
export const rebase = (quads: readonly Quad[], base: string): readonly Quad[] => {
  if (base === DEFAULT_BASE) return quads;
  const moved = <T extends Term>(term: T): T =>
    term.termType === 'NamedNode' && term.value.startsWith(DEFAULT_BASE)
      ? (iri(base + term.value.slice(DEFAULT_BASE.length)) as Term as T)
      : term;
  return quads.map((each) => quad(moved(each.subject), moved(each.predicate), moved(each.object), moved(each.graph)));
};
