/** A node of SPARQL algebra (SPARQL 1.1, section 18.2): an operation, an expression, or a path. */
export interface Node {
  readonly type?: string;
  readonly [field: string]: unknown;
}

/** A variable, or a term. */
export interface AlgebraTerm {
  readonly termType: string;
  readonly value: string;
}

export const inputsOf = (node: Node): readonly Node[] =>
  Array.isArray(node.input) ? (node.input as readonly Node[]) : node.input ? [node.input as Node] : [];

export const namesOf = (terms: unknown): readonly string[] =>
  (terms as readonly AlgebraTerm[]).flatMap((term) => (term.termType === 'Variable' ? [term.value] : []));
