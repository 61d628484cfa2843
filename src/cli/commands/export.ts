import { Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, STATEMENT_FORMAT } from '../../app/formats.ts';
import { kbOption, quietOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly kb: string;
  readonly format: ExportFormat | typeof STATEMENT_FORMAT;
  readonly quiet?: boolean;
}

/** `demarche export`: the graph as RDF, or its positions as a table of statements. */
export function exportCommand(session: Session): Command {
  const command = new Command('export')
    .description('print the graph, sorted so that two exports can be compared line by line')
    .action((options: Options) => exportGraph(session, options));
  return withOptions(
    command,
    [
      new Option('--format <format>', 'RDF, or dna: positions as the event list of Discourse Network Analyzer')
        .choices([...EXPORT_FORMATS, STATEMENT_FORMAT])
        .default('turtle'),
      kbOption(session),
      quietOption(),
    ],
    [
      ['demarche export > graph.ttl', 'Turtle'],
      ['demarche export --format trig > graph.trig', 'with one named graph per article'],
      ['demarche export --format jsonld', 'JSON-LD'],
      ['demarche export --format dna > statements.csv', 'who is for or against what, a line for each statement'],
    ],
  );
}

async function exportGraph(session: Session, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions());
  if (options.format !== STATEMENT_FORMAT) return session.emit(await base.export(options.format));
  const { text, leftOut } = await base.statements();
  await session.emit(text);
  if (leftOut) await session.say(`note: ${leftOut}`);
}
