import { Argument, Command, Option } from 'commander';
import { GRAPH_FORMATS, type GraphFormat, NETWORK_KINDS, type NetworkKind } from '../../app/formats.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import { claimOptions, jsonOption, kbOption, quietOption, windowOptions, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends NetworkFilter {
  readonly kb: string;
  readonly format: GraphFormat;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche graph KIND`: a network made of what the articles say. */
export function graphCommand(session: Session): Command {
  const command = new Command('graph')
    .description(
      'print a network: stance (who supports or opposes whom), action (who does what to whom), affiliation, congruence and conflict (who agrees or disagrees over topics)',
    )
    .addArgument(new Argument('<kind>', 'which network').choices(NETWORK_KINDS))
    .action((kind: NetworkKind, options: Options) => graph(session, kind, options));
  return withOptions(
    command,
    [
      new Option('--format <format>', 'output format').choices(GRAPH_FORMATS).default('table'),
      ...windowOptions(),
      ...claimOptions(),
      kbOption(session),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche graph stance', 'a table of edges'],
      ['demarche graph stance --format svg > stance.svg', 'a picture'],
      ['demarche graph action --verbal --format gexf > action.gexf', 'for Gephi, with verbal events'],
      ['demarche graph stance --since 2024-07-01 --topic nato-enlargement', 'one topic since a day'],
    ],
  );
}

async function graph(session: Session, kind: NetworkKind, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions());
  const format = options.json ? 'json' : options.format;
  const { text, warnings } = await base.drawNetwork(kind, format, options, {
    width: session.io.stdout.columns,
    color: session.colours.isColorSupported,
  });
  for (const warning of warnings) await session.say(`note: ${warning}`);
  if (format === 'table') await session.print(text);
  else await session.emit(text);
}
