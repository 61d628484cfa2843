import type { Explanation, Reason } from '../../app/why.ts';
import { cleanLine } from '../../report/clean.ts';
import type { Colours } from '../session.ts';

const MARKS: Readonly<Record<string, string>> = { support: '+ supports', oppose: '- opposes', neutral: '= neutral' };

/** The sentences behind an edge, each with who says it, when, where it stands, and which rule read it how surely. */
export function whySheet({ source, target, reasons }: Explanation, colours: Colours): string {
  const head = colours.bold(cleanLine(`${source} → ${target}`));
  if (reasons.length === 0) return `${head}: nothing in this base`;
  return [head, ...reasonList(inReadingOrder(reasons), colours)].join('\n');
}

/** Oldest article first, within it in the order of the text. */
export const inReadingOrder = (reasons: readonly Reason[]): Reason[] =>
  [...reasons].sort(
    (a, b) =>
      compare(a.article.published ?? '', b.article.published ?? '') ||
      compare(a.article.id, b.article.id) ||
      a.start - b.start ||
      compare(a.claim, b.claim),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Reasons as lines; further places where the same claim stands in the same words are left out. */
export function reasonList(reasons: readonly Reason[], colours: Colours): string[] {
  const seen = new Set<string>();
  const fresh = reasons.filter(({ claim, quote }) => !seen.has(`${claim} ${quote}`) && seen.add(`${claim} ${quote}`));
  return fresh.flatMap((reason) => reasonLines(reason, colours));
}

function reasonLines(reason: Reason, colours: Colours): string[] {
  const { polarity, factuality, voicedBy, explicitness, confidence, rule, quote, date, article } = reason;
  const paint = polarity === 'support' ? colours.green : polarity === 'oppose' ? colours.red : colours.yellow;
  const facts = [
    reason.type,
    voicedBy === null ? null : `voiced by ${voicedBy}`,
    date,
    factuality,
    explicitness === 'explicit' ? null : explicitness,
    confidence === null ? null : `confidence ${confidence.toFixed(2)}`,
    rule,
  ];
  const at = [article.outlet, article.published, article.title ?? article.id, `characters ${reason.start}-${reason.end}`];
  return [
    `  ${paint(polarity === null ? '· does' : (MARKS[polarity] ?? polarity))} ${cleanLine(joined(facts))}`,
    `      ${cleanLine(`“${quote}”`)}`,
    `      ${colours.dim(cleanLine(joined(at)))}`,
  ];
}

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');
