import { Command, Option } from 'commander';
import type { UserMetadata } from '../../app/metadata.ts';
import type { Published } from '../../app/publish.ts';
import type { RemoteChoice } from '../../app/store-choice.ts';
import {
  extractorOption,
  jsonOption,
  kbOption,
  metadataOptions,
  modelOf,
  quietOption,
  storeOf,
  withOptions,
} from '../options.ts';
import { EXIT, type Session } from '../session.ts';

interface Options extends UserMetadata {
  readonly kb: string;
  readonly store?: string;
  readonly extractor?: string;
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
      new Option('--store <store>', 'put the graphs onto a server too: sparql:URL[,UPDATE[,GRAPHS]]'),
      ...metadataOptions(),
      extractorOption(),
      new Option('--force', 'read articles again even if nothing has changed'),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche build articles/', 'all .txt and .md files below a folder'],
      ['demarche build a.txt b.md --kb atlantic', 'two files, into the base ./atlantic'],
      ['demarche build story.txt --published 2024-07-11 --outlet "The Paper"', 'with facts the text lacks'],
      ['cat story.txt | demarche build -', 'from stdin'],
      ['demarche build articles/ --store sparql:http://localhost:3030/kb', 'and put the graphs onto a SPARQL server'],
    ],
  );
}

async function build(session: Session, paths: readonly string[], options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const store = await storeOf(session, options);
  const { buildBase } = await import('../../app/build.ts');
  const summary = await buildBase(paths, {
    directory: options.kb,
    metadata: options,
    model: await modelOf(session, options),
    force: options.force === true,
    progress: await session.progress(),
    readStdin: () => session.io.readStdin(),
    onNote: (note) => void session.say(note),
  });
  for (const { path, reason } of summary.rejected) await session.warn(`demarche: ${path}: ${reason}`);
  if (summary.rejected.length > 0) session.exitCode = EXIT.findings;
  const published = typeof store === 'object' ? await publish(session, options.kb, store) : null;
  if (options.json) return session.printJson(published ? { ...summary, published } : summary);
  if (options.quiet) return;
  const { buildSheet } = await import('../render/build.ts');
  await session.print(buildSheet(summary, session.colours));
  if (published) await session.print(`server: ${published.put} graphs put, ${published.removed} removed`);
}

async function publish(session: Session, directory: string, store: RemoteChoice): Promise<Published> {
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(directory, session.baseOptions(store));
  return base.publish(await session.progress());
}
