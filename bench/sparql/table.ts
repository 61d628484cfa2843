import type { Answered, Outcome } from './messages.ts';
import type { Report } from './runner.ts';

/* The tables of the bench. */

type Reports = ReadonlyMap<string, Report>;

const isAnswer = (outcome: Outcome | undefined): outcome is Answered => outcome?.kind === 'answered';

const geometricMean = (ratios: readonly number[]): number =>
  Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);

const cell = (outcome: Outcome | undefined): string => {
  if (outcome?.kind === 'answered') return outcome.cpu.toFixed(1);
  if (outcome?.kind === 'late') return `not in ${outcome.cpu / 1000} s`;
  return outcome?.kind === 'failed' ? `error: ${outcome.message}` : (outcome?.kind ?? '');
};

/** The answer that the others are compared with: ours, or the first where we have none. */
const sameAnswer = (query: string, reports: Reports): string => {
  const answers = [...reports].flatMap(([name, { queries }]) => {
    const outcome = queries.get(query);
    return isAnswer(outcome) ? [{ name, outcome }] : [];
  });
  if (answers.length < 2) return 'nobody else';
  const wanted = answers[0]!.outcome.fingerprint;
  const differing = answers.filter(({ outcome }) => outcome.fingerprint !== wanted);
  return differing.length === 0 ? `yes, ${answers.length}` : `NOT ${differing.map(({ name }) => name).join(', ')}`;
};

/** Ours over another's, by query; where the other was ended, at most that. */
const ratios = (own: Report, other: Report): { readonly query: string; readonly ratio: number; readonly own: number }[] =>
  [...own.queries].flatMap(([query, mine]) => {
    const theirs = other.queries.get(query);
    if (!isAnswer(mine) || !(isAnswer(theirs) || theirs?.kind === 'late')) return [];
    return [{ query, ratio: mine.cpu / theirs.cpu, own: mine.cpu }];
  });

const queryTable = (reports: Reports): string[] => {
  const [own] = [...reports.values()] as [Report];
  const asked = [...reports].filter(([, { queries }]) => queries.size > 0);
  const rowsOf = (query: string): string => {
    const answered = asked.map(([, { queries }]) => queries.get(query)).find(isAnswer);
    return answered ? String(answered.rows) : '';
  };
  return [
    `| query | rows | ${asked.map(([name]) => `${name} ms`).join(' | ')} | same answer |`,
    `|---|---|${asked.map(() => '---').join('|')}|---|`,
    ...[...own.queries.keys()].map((query) => {
      const times = asked.map(([, { queries }]) => cell(queries.get(query)));
      return `| ${query} | ${rowsOf(query)} | ${times.join(' | ')} | ${sameAnswer(query, reports)} |`;
    }),
  ];
};

const engineRow = (own: Report, name: string, other: Report, quads: number): string => {
  const { load, queries } = other;
  if (!load) return `| ${name} | not loaded in time, or died |||||||`;
  const all = ratios(own, other);
  const mean = (of: typeof all): string => (of.length === 0 ? '' : geometricMean(of.map(({ ratio }) => ratio)).toFixed(3));
  const isAnalyst = ({ query }: { query: string }): boolean => query.startsWith('analyst');
  const slower = all.filter((each) => each.own > 5 && each.ratio > 1.5).map(({ query }) => query);
  const unanswered = [...queries.values()].filter((outcome) => !isAnswer(outcome)).length;
  const cells = [
    name,
    (load.load / 1000).toFixed(2),
    (load.ready / 1000).toFixed(2),
    (load.rss / quads / 1024).toFixed(2),
    ((own.load?.load ?? Number.NaN) / load.load).toFixed(3),
    mean(all.filter(isAnalyst)),
    mean(all.filter((each) => !isAnalyst(each))),
    mean(all),
    queries.size === 0 ? '' : String(unanswered),
    queries.size === 0 ? '' : slower.join(', ') || 'none',
  ];
  return `| ${cells.join(' | ')} |`;
};

const HEAD = [
  'engine',
  'load s',
  'ready s',
  'KB a quad',
  'our load',
  'our CPU: analyst',
  'catalogue',
  'all',
  'unanswered',
  'ours slower (over 5 ms and 1.5 times)',
];

/** What the engines did, the first of them being ours: a table of queries, and one of engines. */
export const tables = (reports: Reports, quads: number): string => {
  const [own] = [...reports.values()] as [Report];
  return [
    '',
    ...queryTable(reports),
    '',
    `| ${HEAD.join(' | ')} |`,
    `|${HEAD.map(() => '---').join('|')}|`,
    ...[...reports].map(([name, report]) => engineRow(own, name, report, quads)),
  ].join('\n');
};

/** Queries that two engines answered differently. */
export const disagreements = (reports: Reports): string[] => {
  const [own] = [...reports.values()] as [Report];
  return [...own.queries.keys()].filter((query) => sameAnswer(query, reports).startsWith('NOT'));
};
