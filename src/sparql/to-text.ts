import type { Operation } from './algebra.ts';

/** Algebra as SPARQL text, for other engines to evaluate. */
export const algebraText = async (operation: Operation): Promise<string> => {
  const [{ toAst }, { Generator }] = await Promise.all([
    import('@traqula/algebra-sparql-1-2'),
    import('@traqula/generator-sparql-1-2'),
  ]);
  return new Generator().generate(toAst(operation as never));
};
