import { Argument, Command, Option } from 'commander';
import type { Drawing } from '../../app/drawing.ts';
import { GRAPH_FORMATS, type GraphFormat, NETWORK_KINDS, type NetworkKind } from '../../app/formats.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import { DemarcheError } from '../../model/errors.ts';
import {
  claimOptions,
  type EdgeOptions,
  edgeOptions,
  jsonOption,
  kbOption,
  quietOption,
  storeOf,
  storeOption,
  windowOptions,
  withOptions,
} from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends NetworkFilter, EdgeOptions {
  readonly kb: string;
  readonly store?: string;
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
    .addArgument(new Argument('[kind]', 'which network; not needed with --edges').choices(NETWORK_KINDS))
    .action((kind: NetworkKind | undefined, options: Options) => graph(session, kind, options));
  return withOptions(
    command,
    [
      new Option('--format <format>', 'output format').choices(GRAPH_FORMATS).default('table'),
      ...windowOptions(),
      ...claimOptions(),
      ...edgeOptions(),
      kbOption(session),
      storeOption(),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche graph stance', 'a table of edges'],
      ['demarche graph stance --format svg > stance.svg', 'a picture'],
      ['demarche graph action --verbal --format gexf > action.gexf', 'for Gephi, with verbal events'],
      ['demarche graph stance --since 2024-07-01 --topic nato-enlargement', 'one topic since a day'],
      ['demarche graph --edges ties.csv --window 90-93 --format gexf', 'a plain edge list: from,to,sign and if wanted more'],
    ],
  );
}

async function graph(session: Session, kind: NetworkKind | undefined, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const format = options.json ? 'json' : options.format;
  const terminal = { width: session.io.stdout.columns, color: session.colours.isColorSupported };
  if (options.edges !== undefined) return edgeGraph(session, options.edges, format, options);
  if (kind === undefined)
    throw new DemarcheError('usage', 'name a network, or an edge list with --edges', { hint: NETWORK_KINDS.join(', ') });
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions(await storeOf(session, options)));
  await show(session, format, await base.drawNetwork(kind, format, options, terminal));
}

/** A plain edge list; of several windows only what people read can hold more than one. */
async function edgeGraph(session: Session, path: string, format: GraphFormat, options: Options): Promise<void> {
  const [{ edgeListNetworks }, { draw, plainNetwork }] = await Promise.all([
    import('../../app/edge-lists.ts'),
    import('../../app/drawing.ts'),
  ]);
  const networks = await edgeListNetworks(path, options, () => session.io.readStdin());
  if (networks.length > 1 && format === 'json')
    return session.printJson(networks.map(({ window, network }) => ({ window, ...plainNetwork(network) })));
  if (networks.length > 1 && format !== 'table')
    throw new DemarcheError('usage', `the format ${format} holds one window and the list has ${networks.length}`, {
      hint: `choose one with --window, from ${networks[0]?.window} to ${networks.at(-1)?.window}`,
    });
  const terminal = { width: session.io.stdout.columns, color: session.colours.isColorSupported };
  for (const { window, network } of networks) {
    if (networks.length > 1) await session.print(session.colours.bold(`window ${window}`));
    await show(session, format, draw(network, 'edges', format, terminal));
  }
}

async function show(session: Session, format: GraphFormat, drawing: Drawing): Promise<void> {
  for (const warning of drawing.warnings) await session.say(`note: ${warning}`);
  if (format === 'table') await session.print(drawing.text);
  else await session.emit(drawing.text);
}
