import type { Span } from './span.ts';

/** A name in a text, and what kind of thing it names; a state or region is a place here. */
export interface NamedSpan extends Span {
  readonly kind: 'person' | 'place' | 'organization';
  readonly rule: string;
}
