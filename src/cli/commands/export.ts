import { Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../../app/formats.ts';
import { kbOption, quietOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly kb: string;
  readonly format: ExportFormat;
  readonly quiet?: boolean;
}

/** `demarche export`: the graph as RDF. */
export function exportCommand(session: Session): Command {
  const command = new Command('export')
    .description('print the graph, sorted so that two exports can be compared line by line')
    .action((options: Options) => exportGraph(session, options));
  return withOptions(
    command,
    [new Option('--format <format>', 'RDF format').choices(EXPORT_FORMATS).default('turtle'), kbOption(session), quietOption()],
    [
      ['demarche export > graph.ttl', 'Turtle'],
      ['demarche export --format trig > graph.trig', 'with one named graph per article'],
      ['demarche export --format jsonld', 'JSON-LD'],
    ],
  );
}

async function exportGraph(session: Session, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions());
  await session.emit(await base.export(options.format));
}
