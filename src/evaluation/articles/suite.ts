import { dirname, join, normalize } from 'node:path';
import { loadReader } from '../../app/reader.ts';
import { DemarcheError } from '../../model/errors.ts';
import type { Sentence } from '../../model/syntax.ts';
import { withParses } from '../parses.ts';
import { type Ratio, Tally } from '../tally.ts';
import type { SuiteInput, SuiteReport } from '../types.ts';
import { answerOf } from './answer.ts';
import { type Difficulty, type GoldArticle, parseGold } from './gold.ts';
import { scoreArticle } from './score.ts';

const GOLD = '.gold.json';

/** Reads every annotated article of a folder, extracts, and scores it against its gold. */
export async function runArticles({ path, files, progress, verbose, reader = loadReader() }: SuiteInput): Promise<SuiteReport> {
  const golds = await goldFiles(path, files);
  const tally = new Tally();
  const sentences = new Map<string, readonly Sentence[]>();
  progress.start(golds.length, 'scoring');
  for (const file of golds) {
    const gold = parseGold(file, new TextDecoder().decode(await files.read(file)));
    const text = `${file.slice(0, -GOLD.length)}.txt`;
    progress.step(text);
    tally.unit();
    scoreArticle(gold, await answer(text, gold), tally);
  }
  progress.stop();
  return { ...reportOf(golds.length, tally), findings: withParses(tally.findings, sentences) };

  async function answer(file: string, gold: GoldArticle) {
    const document = reader.document({ name: file, bytes: await files.read(file) });
    const outside = gold.statements.find((statement) => document.text.slice(statement.start, statement.end) !== statement.text);
    if (outside)
      throw new DemarcheError('input', 'the text is not the one that was annotated', {
        location: { file },
        hint: `gold expects "${outside.text.slice(0, 40)}" at ${outside.start}`,
      });
    if (verbose) sentences.set(gold.id, reader.attributions(document).sentences);
    return answerOf(reader.read(document).extraction);
  }
}

async function goldFiles(path: string, files: SuiteInput['files']): Promise<string[]> {
  const kind = await files.kind(path);
  if (kind === 'missing') throw new DemarcheError('input', 'no such file or directory', { location: { file: path } });
  const found = kind === 'directory' ? await files.listFiles(path) : [path];
  // Folders within are corpora of their own (a part that is only scored must not be scored by accident).
  const golds = found.filter((file) => file.endsWith(GOLD) && (kind === 'file' || dirname(file) === normalize(join(path, '.'))));
  if (golds.length === 0)
    throw new DemarcheError('input', 'no gold articles here', {
      location: { file: path },
      hint: `expected files named NN-slug${GOLD} beside NN-slug.txt`,
    });
  return golds;
}

/** Layers whose rules are listed: those the targets are set for. */
const RULED: readonly string[] = ['statements (speaker rolled up)', 'positions (holder rolled up)', 'events (type + initiator)'];

const LEVELS: readonly Difficulty[] = ['easy', 'medium', 'hard'];

const share = ({ hits, trials }: Readonly<Ratio>): number => (trials === 0 ? 0 : hits / trials);
const outOf = ({ hits, trials }: Readonly<Ratio>): string => `${hits}/${trials}`;

function reportOf(n: number, tally: Tally): SuiteReport {
  const ratios: [string, Readonly<Ratio>][] = [
    ...tally.counters,
    ...[...tally.recalls].flatMap(([layer, levels]) =>
      LEVELS.filter((level) => levels.has(level)).map((level): [string, Readonly<Ratio>] => [
        `recall, ${level} ${layer}`,
        levels.get(level)!,
      ]),
    ),
  ];
  return {
    suite: 'articles',
    n,
    layers: Object.fromEntries(tally.layers),
    // What is ignored has no rate, only a number.
    scores: Object.fromEntries(ratios.map(([name, ratio]) => [name, name.includes('(ignored)') ? ratio.hits : share(ratio)])),
    intervals: tally.intervals,
    rules: tally.rules.filter(({ layer }) => RULED.includes(layer)),
    judgements: tally.judgements.filter(({ layer }) => RULED.includes(layer)),
    counts: Object.fromEntries(
      ratios.map(([name, ratio]) => [name, name.includes('(ignored)') ? `${ratio.hits}` : outOf(ratio)]),
    ),
    findings: tally.findings,
  };
}
