import { compareText } from '../network.ts';
import type { DatedClaim } from './claims.ts';
import { timeWindows, type WindowRule } from './windows.ts';

/** What one actor says about another, or about issues, in one stretch of time. */
export interface TimelineEntry {
  readonly window: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly sourceLabel: string;
  /** Null where no actor owns the issue. */
  readonly target: string | null;
  readonly targetLabel: string | null;
  /** Supporting and opposing claims; with a kernel their weights added up. */
  readonly supports: number;
  readonly opposes: number;
  readonly claims: readonly string[];
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** Claims without a day, which stand in no window. */
  readonly undated: number;
}

/** Who says what about whom when: windows in order of time, within them pairs in order of names. */
export function timelineOf(claims: readonly DatedClaim[], rule: WindowRule): Timeline {
  const dated = claims.filter((claim): claim is DatedClaim & { day: string } => claim.day !== null);
  const days = dated.map((claim) => claim.day);
  const entries = timeWindows(days, rule).flatMap((window) => {
    const pairs = new Map<string, TimelineEntry & { supports: number; opposes: number; claims: string[] }>();
    for (const { source, target, sign, day, claim } of dated) {
      const weight = window.weight(day);
      if (weight === 0) continue;
      const key = JSON.stringify([source.id, target?.id]);
      const { name, from, to } = window;
      const ends = {
        source: source.id,
        sourceLabel: source.label,
        target: target?.id ?? null,
        targetLabel: target?.label ?? null,
      };
      const entry = pairs.get(key) ?? { window: name, from, to, ...ends, supports: 0, opposes: 0, claims: [] };
      entry[sign > 0 ? 'supports' : 'opposes'] += weight;
      entry.claims.push(claim);
      pairs.set(key, entry);
    }
    return [...pairs.values()].sort(
      (a, b) => compareText(a.sourceLabel, b.sourceLabel) || compareText(a.targetLabel ?? '', b.targetLabel ?? ''),
    );
  });
  return { entries, undated: claims.length - dated.length };
}
