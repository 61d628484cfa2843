import type { Quad } from '../rdf/factory.ts';
import { OA } from '../rdf/namespaces.ts';
import { DEM } from '../rdf/vocabulary.ts';
import type { KeepText } from './types.ts';

/** Properties whose values are words of the article; short names (labels, the title) are facts and stay. */
export const VERBATIM_PROPERTIES: ReadonlySet<string> = new Set([
  OA.exact,
  OA.prefix,
  OA.suffix,
  DEM.sentence,
  DEM.surface,
  DEM.targetIssue,
  DEM.words,
  DEM.cue,
  DEM.dateText,
]);

/** The quads that a base with this setting may keep: with `none` no words of the article, only their places. */
export const keptQuads = (quads: readonly Quad[], keepText: KeepText): readonly Quad[] =>
  keepText === 'none' ? quads.filter((quad) => !VERBATIM_PROPERTIES.has(quad.predicate.value)) : quads;
