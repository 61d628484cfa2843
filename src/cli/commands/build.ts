import { Command, Option } from 'commander';
import type { UserMetadata } from '../../app/metadata.ts';
import { jsonOption, kbOption, metadataOptions, quietOption, withOptions } from '../options.ts';
import { EXIT, type Session } from '../session.ts';

interface Options extends UserMetadata {
  readonly kb: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche build PATH...`: reads articles into a knowledge base. */
export function buildCommand(session: Session): Command {
  const command = new Command('build')
    .description('read articles and write what they say into a knowledge base; articles already read are not read again')
    .argument(
      '<path...>',
      'text and Markdown files, directories of them, or - for stdin; NAME.meta.json beside a file fills what its text lacks',
    )
    .action((paths: string[], options: Options) => build(session, paths, options));
  return withOptions(
    command,
    [
      kbOption(session),
      ...metadataOptions(),
      new Option('--force', 'read articles again even if nothing has changed'),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche build articles/', 'all .txt and .md files below a folder'],
      ['demarche build a.txt b.md --kb atlantic', 'two files, into the base ./atlantic'],
      ['demarche build story.txt --published 2024-07-11 --outlet "The Paper"', 'with facts the text lacks'],
      ['cat story.txt | demarche build -', 'from stdin'],
    ],
  );
}

async function build(session: Session, paths: readonly string[], options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { buildBase } = await import('../../app/build.ts');
  const summary = await buildBase(paths, {
    directory: options.kb,
    metadata: options,
    force: options.force === true,
    progress: await session.progress(),
    readStdin: () => session.io.readStdin(),
    onNote: (note) => void session.say(note),
  });
  for (const { path, reason } of summary.rejected) await session.warn(`demarche: ${path}: ${reason}`);
  if (summary.rejected.length > 0) session.exitCode = EXIT.findings;
  if (options.json) return session.printJson(summary);
  if (options.quiet) return;
  const { buildSheet } = await import('../render/build.ts');
  await session.print(buildSheet(summary, session.colours));
}
