import { DemarcheError } from '../../model/errors.ts';
import type { Span } from '../../model/span.ts';

/** How hard the annotator judged an item to find. */
export type Difficulty = 'easy' | 'medium' | 'hard';

interface GoldItem {
  readonly difficulty: Difficulty;
  /** Debatable: neither missed nor false. */
  readonly optional?: boolean;
}

export interface GoldActor extends GoldItem {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly aliases: readonly string[];
  readonly affiliation: string | null;
  readonly rollup: string | null;
}

export interface GoldStatement extends GoldItem, Span {
  readonly speaker: string;
  readonly speaker_also?: readonly string[];
  readonly text: string;
}

export interface GoldPosition extends GoldItem {
  readonly id: string;
  readonly holder: string;
  readonly voiced_by: string | null;
  readonly target: { readonly actor: string | null; readonly issue: string };
  readonly target_also?: readonly string[];
  readonly polarity: string;
  readonly polarity_also?: readonly string[];
  readonly speech_act: string;
  readonly speech_act_also?: readonly string[];
  readonly evidence: Span & { readonly text: string };
}

export interface GoldEvent extends GoldItem {
  readonly id: string;
  readonly type: string;
  readonly type_also?: readonly string[];
  readonly initiators: readonly string[];
  readonly recipients: readonly string[];
  readonly reciprocal?: boolean;
  readonly date: string | null;
  readonly date_also?: readonly string[];
  readonly place: readonly string[] | null;
  readonly factuality: string;
  readonly factuality_also?: readonly string[];
  readonly evidence: Span & { readonly text: string };
}

export interface GoldEdge extends GoldItem {
  readonly source: string;
  readonly target: string;
  readonly polarity: string;
  readonly weight: number;
  readonly weight_min: number;
  readonly weight_max: number;
}

/** Something that looks right and must not be output. */
export type GoldTrap =
  | (Span & { readonly kind: 'actor'; readonly name: string; readonly why: string })
  | (Span & {
      readonly kind: 'position';
      readonly holder: string;
      readonly target: string;
      readonly polarity: string;
      readonly why: string;
    });

export type GoldLayer = 'actors' | 'statements' | 'positions' | 'events' | 'edges';

/** Hand annotation of one article, in the format of the development articles. */
export interface GoldArticle {
  readonly id: string;
  readonly file: string;
  readonly ignore_spans?: readonly Span[];
  /** Layers that were annotated; all, where it is left out. Others are not scored. */
  readonly annotated?: readonly GoldLayer[];
  readonly actors: readonly GoldActor[];
  readonly statements: readonly GoldStatement[];
  readonly positions: readonly GoldPosition[];
  readonly events: readonly GoldEvent[];
  readonly edges: readonly GoldEdge[];
  readonly traps: readonly GoldTrap[];
}

const LISTS = ['actors', 'statements', 'positions', 'events', 'edges', 'traps'] as const;

/** Reads a `*.gold.json` file; throws an input error that names the file when it is no gold article. */
export function parseGold(file: string, json: string): GoldArticle {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new DemarcheError('input', 'gold file is not valid JSON', { location: { file }, cause });
  }
  const record = value as Record<string, unknown> | null;
  const bad = LISTS.find((name) => !Array.isArray(record?.[name]));
  if (bad !== undefined)
    throw new DemarcheError('input', `gold file has no list "${bad}"`, {
      location: { file },
      hint: 'see CONTRIBUTING.md for the gold format',
    });
  return value as GoldArticle;
}
