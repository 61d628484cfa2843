import { Command } from 'commander';
import { SUITES, suiteNamed } from '../../evaluation/suites.ts';
import { jsonOption, quietOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly json?: boolean;
  readonly verbose?: boolean;
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
    .option('--verbose', 'list misses and false alarms')
    .action((suite: string, path: string, options: Options) => evaluate(session, suite, path, options));
  return withOptions(
    command,
    [jsonOption(), quietOption()],
    [
      ['demarche evaluate articles data/gold', 'scores per layer'],
      ['demarche evaluate articles data/gold --verbose', 'with what was missed and what is wrong'],
      ['demarche evaluate articles data/gold --json', 'for a script'],
    ],
  );
}

async function evaluate(session: Session, suite: string, path: string, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { nodeFiles } = await import('../../app/node-files.ts');
  const report = await suiteNamed(suite).run({ path, files: nodeFiles, progress: await session.progress() });
  if (options.json) {
    const { suite, n, layers, scores } = report;
    const findings = options.verbose ? { findings: report.findings } : {};
    return session.printJson({ suite, n, layers, scores, ...findings });
  }
  const { scoreSheet } = await import('../render/scores.ts');
  await session.print(scoreSheet(report, options.verbose === true));
}
