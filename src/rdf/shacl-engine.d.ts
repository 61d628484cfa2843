/** The part of shacl-engine 1.1 in use; the package ships no types. */
declare module 'shacl-engine' {
  import type { Term } from '@rdfjs/types';

  export interface PathStep {
    readonly quantifier: 'one' | 'oneOrMore' | 'zeroOrMore' | 'zeroOrOne';
    readonly start: 'subject' | 'object';
    readonly predicates: readonly Term[];
  }

  export interface ValidationResult {
    readonly focusNode: { readonly term: Term | undefined };
    readonly value: { readonly term: Term | undefined } | undefined;
    readonly path: readonly PathStep[] | undefined;
    readonly message: readonly Term[];
    readonly severity: Term;
    readonly constraintComponent: Term;
    readonly shape: { readonly ptr: { readonly term: Term } };
  }

  export class Validator {
    constructor(shapes: unknown, options: { factory: unknown; details?: boolean });
    validate(data: { dataset: unknown }): Promise<{ readonly conforms: boolean; readonly results: readonly ValidationResult[] }>;
  }
}
