import { Command } from 'commander';
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
    .description('score the program against hand-annotated data; suites: articles (a folder of texts with .gold.json)')
    .argument('<suite>', 'which layers to measure')
    .argument('<path>', 'the annotated data')
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
  const [{ suiteNamed }, { nodeFiles }] = await Promise.all([
    import('../../evaluation/suites.ts'),
    import('../../app/node-files.ts'),
  ]);
  const report = await suiteNamed(suite).run({ path, files: nodeFiles, progress: await session.progress() });
  if (options.json) {
    const { suite, n, layers, scores } = report;
    const findings = options.verbose ? { findings: report.findings } : {};
    return session.printJson({ suite, n, layers, scores, ...findings });
  }
  const { scoreSheet } = await import('../render/scores.ts');
  await session.print(scoreSheet(report, options.verbose === true));
}
