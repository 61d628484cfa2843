import { Command, Option } from 'commander';
import { SUITES, suiteNamed } from '../../evaluation/suites.ts';
import type { SuiteReport } from '../../evaluation/types.ts';
import { jsonOption, quietOption, withOptions } from '../options.ts';
import { EXIT, type Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly calibration?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly quiet?: boolean;
}

/** `demarche evaluate SUITE PATH`: precision, recall and F1 against gold. */
export function evaluateCommand(session: Session): Command {
  const command = new Command('evaluate')
    .description('score the program against hand-annotated data')
    .argument('<suite>', `which layers to measure: ${SUITES.map(({ name }) => name).join(', ')}`)
    .argument('<path>', 'the annotated data')
    .addHelpText(
      'after',
      `\nSuites:\n${SUITES.map(({ name, summary, path }) => `  ${name}: ${summary}; PATH is ${path}`).join('\n')}`,
    )
    .action((suite: string, path: string, options: Options) => evaluate(session, suite, path, options));
  return withOptions(
    command,
    [
      new Option('--verbose', 'list misses and false alarms, with the parse of their sentences'),
      new Option('--calibration', 'how often claims of each confidence are right'),
      new Option('--baseline <file>', 'fail (exit 1) where a figure fell by more than the frozen figures allow'),
      new Option('--update-baseline', 'with --baseline: freeze the figures of this run'),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche evaluate articles data/gold', 'scores per layer and rule, with 95 % intervals'],
      ['demarche evaluate articles data/gold --verbose', 'with what was missed and what is wrong'],
      ['demarche evaluate articles data/gold --calibration', 'is 0.8 right four times of five?'],
      ['demarche evaluate articles data/gold --baseline bench/baselines/articles.json', 'did anything get worse?'],
      ['demarche evaluate articles data/gold --json', 'for a script'],
    ],
  );
}

async function evaluate(session: Session, suite: string, path: string, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { nodeFiles } = await import('../../app/node-files.ts');
  const { baseline, verbose = false } = options;
  const before = baseline === undefined || options.updateBaseline ? undefined : await frozen(baseline);
  const report = await suiteNamed(suite).run({ path, files: nodeFiles, progress: await session.progress(), verbose });
  await print(session, report, options);
  if (baseline === undefined) return;
  const { baselineOf, dropsSince } = await import('../../evaluation/baseline.ts');
  if (!before) return freeze(session, baseline, baselineOf(report));
  const drops = dropsSince(before, report, baseline);
  for (const { figure, was, is, tolerance } of drops)
    await session.warn(`worse: ${figure} was ${was.toFixed(3)} and is ${is.toFixed(3)} (may fall by ${tolerance.toFixed(3)})`);
  if (drops.length > 0) session.exitCode = EXIT.findings;
  else await session.say(`no figure is worse than ${baseline} allows`);
}

async function print(session: Session, report: SuiteReport, options: Options): Promise<void> {
  const { calibrationOf } = await import('../../evaluation/calibration.ts');
  const calibration = options.calibration ? { calibration: calibrationOf(report) } : {};
  if (options.json) {
    const { suite, n, layers, scores, intervals, rules } = report;
    const findings = options.verbose ? { findings: report.findings } : {};
    return session.printJson({ suite, n, layers, scores, intervals, rules, ...calibration, ...findings });
  }
  const { reliabilitySheet, scoreSheet } = await import('../render/scores.ts');
  await session.print(scoreSheet(report, options.verbose === true));
  if (calibration.calibration) await session.print(reliabilitySheet(calibration.calibration));
}

async function frozen(file: string) {
  const { nodeFiles } = await import('../../app/node-files.ts');
  const { parseBaseline } = await import('../../evaluation/baseline.ts');
  return parseBaseline(file, new TextDecoder().decode(await nodeFiles.read(file)));
}

async function freeze(session: Session, file: string, baseline: object): Promise<void> {
  const { writeTextFile } = await import('../../app/node-files.ts');
  await writeTextFile(file, `${JSON.stringify(baseline, null, 2)}\n`);
  await session.say(`froze the figures in ${file}`);
}
