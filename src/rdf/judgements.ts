import { cleanText } from './escape.ts';
import { iri, type Quad, quad, string } from './factory.ts';
import { iriMaker, sha256 } from './iris.ts';
import { RDF } from './namespaces.ts';
import { sortQuads } from './order.ts';
import { isAbsoluteIri } from './terms.ts';
import { CLASS, DEM } from './vocabulary.ts';

/** A person's decision on a claim. */
export interface JudgementFacts {
  readonly claim: string;
  readonly verdict: string;
  readonly coder: string;
  readonly note: string | null;
}

/** The curation graph: one dem:Judgement for each decision; a claim that is no IRI is left out. */
export const judgementQuads = (judgements: readonly JudgementFacts[], base?: string): Quad[] => {
  const iris = iriMaker(base);
  const graph = iri(iris.commonGraph('curation'));
  return sortQuads(
    judgements
      .filter(({ claim }) => isAbsoluteIri(claim))
      .flatMap(({ claim, verdict, coder, note }) => {
        const key = sha256(
          JSON.stringify([claim.startsWith(iris.base) ? claim.slice(iris.base.length) : claim, verdict, coder, note]),
        );
        const node = iri(`${iris.base}judgement/${key.slice(0, 24)}`);
        const of = (predicate: string, object: Quad['object']): Quad => quad(node, iri(predicate), object, graph);
        return [
          of(RDF.type, iri(CLASS.Judgement)),
          of(DEM.judges, iri(claim)),
          of(DEM.verdict, string(verdict)),
          ...(coder === '' ? [] : [of(DEM.coder, string(cleanText(coder)))]),
          ...(note === null ? [] : [of(DEM.reason, string(cleanText(note)))]),
        ];
      }),
  );
};
