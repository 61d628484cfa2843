import type { Span } from '../../model/span.ts';
import { type ClaimKey, distinctKeys } from '../claim-keys.ts';
import { date, iri, score } from '../factory.ts';
import type { ClaimKind } from '../iris.ts';
import { SEM } from '../namespaces.ts';
import { timeBounds } from '../time.ts';
import { DEM } from '../vocabulary.ts';
import { generatedBy, type MappingContext, words } from './context.ts';
import { keySentence, mapEvidence } from './evidence.ts';

/** One claim of an article: usually one extracted item, several where they agree in all that a claim's IRI hashes. */
export interface MergedClaim<T> {
  readonly iri: string;
  /** The surest of the items, the first of equals: it gives what a claim has once. */
  readonly best: T;
  readonly all: readonly T[];
}

interface Extracted {
  readonly id?: string;
  readonly confidence?: number;
  readonly rule: string;
}

type KeyParts = Pick<ClaimKey, 'holder' | 'target' | 'type' | 'distinction'>;

const surest = <T extends Extracted>(items: readonly T[]): T =>
  items.reduce((best, item) => ((item.confidence ?? 1) > (best.confidence ?? 1) ? item : best));

/** Gives each item its claim IRI, joins those that are one claim, and notes the IRI under the item's id. */
export const claimsOf = <T extends Extracted>(
  context: MappingContext,
  kind: ClaimKind,
  items: readonly T[],
  spanOf: (item: T) => Span,
  partsOf: (item: T) => KeyParts,
): MergedClaim<T>[] => {
  const keys = distinctKeys(
    items.map((item) => ({
      sha256: context.document.sha256,
      kind,
      sentence: keySentence(context, spanOf(item)),
      ...partsOf(item),
    })),
  );
  const groups = new Map<string, T[]>();
  items.forEach((item, index) => {
    const claim = context.iris.claim(kind, keys[index]!);
    groups.set(claim, [...(groups.get(claim) ?? []), item]);
    if (item.id !== undefined) context.claimIris.set(item.id, claim);
  });
  return [...groups.entries()].map(([claim, all]) => ({ iri: claim, best: surest(all), all }));
};

/** What all claims carry: article, evidence, rule and confidence. */
export const mapProvenance = <T extends Extracted>(
  context: MappingContext,
  claim: MergedClaim<T>,
  spanOf: (item: T) => Span,
): void => {
  const { graph } = context;
  graph.add(claim.iri, DEM.article, iri(context.articleIri));
  graph.add(claim.iri, DEM.evidence, ...claim.all.map((item) => iri(mapEvidence(context, spanOf(item)))));
  graph.add(claim.iri, DEM.confidence, claim.best.confidence === undefined ? null : score(claim.best.confidence));
  generatedBy(context, claim.iri, claim.best.rule);
};

/**
 * A date as it was read, with SEM bounds and precision. A value that is no ISO value keeps only `dem:date`, which the shapes
 * report.
 */
export const mapTime = (context: MappingContext, subject: string, value: string | null, ongoing = false): void => {
  if (value === null) return;
  const { graph } = context;
  graph.add(subject, DEM.date, words(value));
  const bounds = timeBounds(value, ongoing, context.document.published);
  if (!bounds) return;
  const day = (iso: string | null) => (iso === null ? null : date(iso));
  graph.add(subject, DEM.timePrecision, words(bounds.precision));
  graph.add(subject, SEM.hasEarliestBeginTimeStamp, day(bounds.earliestBegin));
  graph.add(subject, SEM.hasLatestBeginTimeStamp, day(bounds.latestBegin));
  graph.add(subject, SEM.hasEarliestEndTimeStamp, day(bounds.earliestEnd));
  graph.add(subject, SEM.hasLatestEndTimeStamp, day(bounds.latestEnd));
};
