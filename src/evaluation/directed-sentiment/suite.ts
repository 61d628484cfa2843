import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../app/package.ts';
import { type ArticleReader, loadReader } from '../../app/reader.ts';
import { loadWordGroups } from '../../app/word-groups.ts';
import { DemarcheError } from '../../model/errors.ts';
import type { Sentence } from '../../model/syntax.ts';
import { bootstrap } from '../bootstrap.ts';
import { decodeCorpus } from '../gzip.ts';
import { withParses } from '../parses.ts';
import { Tally } from '../tally.ts';
import type { SuiteInput, SuiteReport } from '../types.ts';
import { classLogs, likeliest } from './answer.ts';
import { type Direction, featuresOf } from './features.ts';
import { CLASSES, type GoldSentence, parseSentences } from './gold.ts';
import { type Answered, countsOf, macroF1 } from './macro.ts';
import { LinearModel } from './model.ts';
import { readSentence } from './read.ts';
import { frameTiers, isSure, type Stance, stancesBetween } from './stances.ts';
import { WordSigns } from './words.ts';

const MEANING = ['nothing', 'p is for q', 'q is for p', 'p is against q', 'q is against p'] as const;

/** The linear model of the wide tier; it is used in this suite only. */
export function loadLinearModel(): LinearModel {
  const file = join(PACKAGE_ROOT, 'data', 'models', 'directed-sentiment.tsv');
  return LinearModel.parse(file, readFileSync(file, 'utf8'));
}

/** What the codebook and the word groups hold of single words. */
export const loadSigns = ({ lexicon }: ArticleReader): WordSigns => new WordSigns(lexicon, loadWordGroups());

/**
 * Scores "who is for or against whom" on sentences with two marked names (Park, Pan and Joo 2021): the sure frames alone,
 * then everything, where a linear model over rules, paths and words decides what the sure frames leave open.
 */
export async function runDirectedSentiment({ path, files, progress, verbose }: SuiteInput): Promise<SuiteReport> {
  const golds = parseSentences(path, decodeCorpus(path, await files.read(path)));
  if (golds.length === 0) throw new DemarcheError('input', 'no sentences here', { location: { file: path } });
  const reader = loadReader();
  const model = loadLinearModel();
  const signs = loadSigns(reader);
  const tally = new Tally();
  const parsed = new Map<string, readonly Sentence[]>();
  progress.start(golds.length, 'scoring');
  const answers = golds.map((gold): Answered => {
    const name = `line ${gold.line}`;
    progress.step(name);
    tally.unit();
    const { sentences, stances } = stancesIn(reader, gold);
    const answer = answerFor(gold, sentences, stances, model, signs);
    count(gold, answer, stances, tally);
    if (verbose && answer.answer !== gold.gold) parsed.set(name, sentences);
    return answer;
  });
  progress.stop();
  const figure = macroF1(answers);
  return {
    suite: 'directed-sentiment',
    n: golds.length,
    layers: Object.fromEntries(tally.layers),
    scores: { macroF1: figure },
    intervals: { ...tally.intervals, ...bootstrap(answers, (sample) => ({ macroF1: macroF1(sample) })) },
    counts: { macroF1: figure.toFixed(3), ...classCounts(answers) },
    rules: tally.rules,
    findings: withParses(tally.findings, parsed),
  };
}

/** A sentence's parse and what the rules say of its two names. */
export function stancesIn(reader: ArticleReader, gold: GoldSentence): { sentences: readonly Sentence[]; stances: Stance[] } {
  const { extraction, sentences } = readSentence(reader, gold);
  return { sentences, stances: stancesBetween(gold, extraction, frameTiers(reader.lexicon.frames.values())) };
}

function answerFor(
  gold: GoldSentence,
  sentences: readonly Sentence[],
  stances: readonly Stance[],
  model: LinearModel,
  signs: WordSigns,
): Answered {
  const [sure] = stances.filter(isSure);
  if (sure) return { gold: gold.gold, answer: sure.answer };
  const logs = (direction: Direction) => model.logs(featuresOf(gold, sentences, stances, direction, signs));
  return { gold: gold.gold, answer: likeliest(classLogs(logs('pq'), logs('qp'))) };
}

function count({ line, text, p, q, gold }: GoldSentence, { answer }: Answered, stances: readonly Stance[], tally: Tally): void {
  const name = `line ${line}`;
  const [sure] = stances.filter(isSure);
  const right = sure && sure.answer === gold ? 1 : 0;
  tally.layer('frames', { right, predicted: sure ? 1 : 0, gold: gold === 0 ? 0 : 1 });
  for (const stance of stances) {
    tally.judge(name, 'frames', stance, stance.answer === gold ? 'right' : 'wrong');
  }
  if (answer === gold) return;
  const rules = stances.map(({ rule, answer: given }) => `${rule}: ${MEANING[given]}`).join(', ') || 'no rule';
  const kind = gold === 0 ? 'false alarm' : answer === 0 ? 'missed' : 'wrong way or sign';
  const names = `p ${text.slice(p.start, p.end)}, q ${text.slice(q.start, q.end)}`;
  tally.findingAt(
    { start: 0, end: text.length },
    name,
    kind,
    MEANING[answer],
    `gold ${MEANING[gold]}`,
    names,
    rules,
    text.trim(),
  );
}

const classCounts = (answers: readonly Answered[]): Record<string, string> =>
  Object.fromEntries(
    CLASSES.map((at) => {
      const { right, predicted, gold } = countsOf(answers, at);
      return [`class ${at} (${MEANING[at]})`, `${right} right of ${predicted} answers, ${gold} in the gold`];
    }),
  );
