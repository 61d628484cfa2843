/*
 * Parts of n3 that are loaded by themselves: the whole library, with its streams, takes as long to load as a small query to run.
 * They are CommonJS, whose default may be the module.
 */
declare module 'n3/lib/N3DataFactory.js' {
  import type { DataFactory } from 'n3';

  type Factory = typeof DataFactory;
  const loaded: Factory | { readonly default: Factory };
  export default loaded;
}

declare module 'n3/lib/N3Parser.js' {
  import type { Parser } from 'n3';

  type Maker = typeof Parser;
  const loaded: Maker | { readonly default: Maker };
  export default loaded;
}
