import { Command } from 'commander';
import { jsonOption, kbOption, quietOption, withOptions } from '../options.ts';
import { EXIT, type Session } from '../session.ts';

interface Options {
  readonly kb: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche check`: is the base sound? */
export function checkCommand(session: Session): Command {
  const command = new Command('check')
    .description('check the base: SHACL shapes, every quotation verbatim in its article, and queries that must find nothing')
    .action((options: Options) => check(session, options));
  return withOptions(
    command,
    [kbOption(session), jsonOption(), quietOption()],
    [
      ['demarche check', 'exit code 0 if all is well, 1 if not'],
      ['demarche check --json', 'findings for a script'],
    ],
  );
}

async function check(session: Session, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions());
  const report = await base.check(await session.progress());
  if (report.findings.length > 0) session.exitCode = EXIT.findings;
  if (options.json) return session.printJson(report);
  const { checkSheet } = await import('../render/check.ts');
  await session.print(checkSheet(report, session.colours));
}
