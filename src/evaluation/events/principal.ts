import type { ExtractedEvent, Extraction } from '../../model/extraction.ts';

/**
 * The event a short report is about: the one whose evidence starts first, the longer of two that start together,
 * since the clause that carries the news takes in the others.
 */
export function principalEvent({ events }: Extraction): ExtractedEvent | undefined {
  const inOrder = [...events].sort(
    (a, b) => a.evidence.start - b.evidence.start || b.evidence.end - a.evidence.end || b.confidence - a.confidence,
  );
  return inOrder.find((event) => !event.background) ?? inOrder[0];
}
