import { Argument, Command, Option } from 'commander';
import type { Drawing } from '../../app/drawing.ts';
import type { WindowNetwork } from '../../app/edge-lists.ts';
import { GRAPH_FORMATS, type GraphFormat, NETWORK_KINDS, type NetworkKind } from '../../app/formats.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import type { TimeCut } from '../../app/time-cut.ts';
import { DemarcheError } from '../../model/errors.ts';
import {
  claimOptions,
  countingOptions,
  cutOptions,
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

interface Options extends NetworkFilter, EdgeOptions, TimeCut {
  readonly kb: string;
  readonly statements?: string;
  readonly store?: string;
  readonly format: GraphFormat;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche graph KIND`: a network made of what the articles say. */
export function graphCommand(session: Session): Command {
  const command = new Command('graph')
    .description(
      'print a network: stance (who supports or opposes whom), mutual (who does so both ways), action (who does what to whom), congruence, conflict and subtract (who agrees, disagrees, or both, over topics), actor-topic (who is for or against what), affiliation',
    )
    .addArgument(new Argument('[kind]', 'which network; not needed with --edges').choices(NETWORK_KINDS))
    .action((kind: NetworkKind | undefined, options: Options) => graph(session, kind, options));
  return withOptions(
    command,
    [
      new Option('--format <format>', 'output format').choices(GRAPH_FORMATS).default('table'),
      ...windowOptions(),
      ...claimOptions(),
      ...countingOptions(),
      ...cutOptions('one network for each period (default: one of all)'),
      new Option('--explain', 'with what a tie, its weight and its counting mean, and the source'),
      ...edgeOptions(),
      new Option(
        '--statements <file>',
        'a table of statements (- for stdin) as Discourse Network Analyzer lists them, instead of the base',
      ).conflicts('edges'),
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
      ['demarche graph subtract --count article --normalise average', 'as Discourse Network Analyzer makes it'],
      ['demarche graph actor-topic --topic-level 1 --by month --json', 'who is for or against which of the broadest topics'],
      ['demarche graph stance --bandwidth 30 --kernel gaussian --window 2024-07-11 --format svg', 'around a day'],
      ['demarche graph --edges ties.csv --window 90-93 --format gexf', 'a plain edge list: from,to,sign and if wanted more'],
      ['demarche graph subtract --statements dna.csv --count week', 'an event list of Discourse Network Analyzer'],
    ],
  );
}

async function graph(session: Session, kind: NetworkKind | undefined, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const format = options.json ? 'json' : options.format;
  const { networks, title } = await networksOf(session, kind, options);
  await showAll(session, networks, title, format);
  if (options.explain) await explain(session, networks[0], title);
}

type Title = NetworkKind | 'edges';

async function networksOf(
  session: Session,
  kind: NetworkKind | undefined,
  options: Options,
): Promise<{ networks: readonly WindowNetwork[]; title: Title }> {
  if (options.edges !== undefined) {
    const { edgeListNetworks } = await import('../../app/edge-lists.ts');
    return { networks: await edgeListNetworks(options.edges, options, () => session.io.readStdin()), title: 'edges' };
  }
  if (kind === undefined)
    throw new DemarcheError('usage', 'name a network, or an edge list with --edges', { hint: NETWORK_KINDS.join(', ') });
  if (options.statements !== undefined) {
    const { statementNetworks } = await import('../../app/statement-networks.ts');
    return {
      networks: await statementNetworks(options.statements, kind, options, options, () => session.io.readStdin()),
      title: kind,
    };
  }
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions(await storeOf(session, options)));
  return { networks: await base.networks(kind, options, options), title: kind };
}

/** Of several windows only what people read, and JSON, can hold more than one. */
async function showAll(session: Session, networks: readonly WindowNetwork[], title: Title, format: GraphFormat): Promise<void> {
  const { draw, plainNetwork } = await import('../../app/drawing.ts');
  if (networks.length > 1 && format === 'json')
    return session.printJson(networks.map(({ window, network }) => ({ window, ...plainNetwork(network) })));
  if (networks.length > 1 && format !== 'table')
    throw new DemarcheError('usage', `the format ${format} holds one window and there are ${networks.length}`, {
      hint: `choose one with --window, from ${networks[0]?.window} to ${networks.at(-1)?.window}`,
    });
  const terminal = { width: session.io.stdout.columns, color: session.colours.isColorSupported };
  for (const { window, network } of networks) {
    if (networks.length > 1) await session.print(session.colours.bold(`window ${window}`));
    await show(session, format, draw(network, title, format, terminal));
  }
}

/** On stderr, where it does not get into files. */
async function explain(session: Session, one: WindowNetwork | undefined, title: Title): Promise<void> {
  const { networkSourceOf } = await import('../../app/drawing.ts');
  if (one) await session.say(`${one.network.getAttribute('definition')}\n  ${networkSourceOf(title)}`);
}

async function show(session: Session, format: GraphFormat, drawing: Drawing): Promise<void> {
  for (const warning of drawing.warnings) await session.say(`note: ${warning}`);
  if (format === 'table') await session.print(drawing.text);
  else await session.emit(drawing.text);
}
