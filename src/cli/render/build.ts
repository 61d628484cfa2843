import type { BuildSummary } from '../../app/build.ts';
import { cleanLine } from '../../report/clean.ts';
import type { Colours } from '../session.ts';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What a build did, in a few lines. */
export function buildSheet(summary: BuildSummary, colours: Colours): string {
  const { kb, articles, added, replaced, unchanged, rejected, counts } = summary;
  const done = [
    `${added.length} added`,
    replaced.length > 0 ? `${replaced.length} read again` : null,
    unchanged > 0 ? `${unchanged} unchanged` : null,
    rejected.length > 0 ? colours.red(`${rejected.length} rejected`) : null,
  ].filter((part) => part !== null);
  const held = [
    plural(counts.actors, 'actor'),
    plural(counts.statements, 'statement'),
    plural(counts.positions, 'position'),
    plural(counts.events, 'event'),
    `${counts.abstentions} seen and not decided`,
  ];
  const lines = [`${colours.bold(cleanLine(kb))}: ${plural(articles, 'article')} (${done.join(', ')})`];
  if (added.length + replaced.length > 0) lines.push(`read now: ${held.join(', ')}`);
  return lines.join('\n');
}
