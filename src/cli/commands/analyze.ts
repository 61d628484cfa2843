import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { ANALYSES, type Analysis, NETWORK_KINDS, type NetworkKind } from '../../app/formats.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import { claimOptions, jsonOption, kbOption, quietOption, windowOptions, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends NetworkFilter {
  readonly kb: string;
  readonly layers: readonly NetworkKind[];
  readonly evidence?: boolean;
  readonly format: 'table' | 'csv' | 'json';
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche analyze WHAT`: who opposes whom, blocs, balance. */
export function analyzeCommand(session: Session): Command {
  const command = new Command('analyze')
    .description(
      'analyse the network: opposition (who opposes whom), blocs (who stands together), balance (are the signs consistent)',
    )
    .addArgument(new Argument('<what>', 'which analysis').choices(ANALYSES))
    .action((what: Analysis, options: Options) => analyze(session, what, options));
  return withOptions(
    command,
    [
      new Option('--layers <kinds>', 'networks to join, with commas: stance, action')
        .argParser(layers)
        .default(['stance'], 'stance'),
      new Option('--evidence', 'with the sentences behind each edge'),
      new Option('--format <format>', 'output format').choices(['table', 'csv', 'json']).default('table'),
      ...windowOptions(),
      ...claimOptions(),
      kbOption(session),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche analyze opposition', 'who opposes whom, how often'],
      ['demarche analyze opposition --evidence', 'and in which words'],
      ['demarche analyze blocs --layers stance,action', 'from what is said and what is done'],
      ['demarche analyze balance --json', 'for a script'],
    ],
  );
}

function layers(value: string): NetworkKind[] {
  const kinds = value.split(',').map((kind) => kind.trim());
  for (const kind of kinds)
    if (!(NETWORK_KINDS as readonly string[]).includes(kind))
      throw new InvalidArgumentError(`"${kind}" is no network; choose from ${NETWORK_KINDS.join(', ')}.`);
  return kinds as NetworkKind[];
}

async function analyze(session: Session, what: Analysis, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions());
  const { printAnalysis } = await import('../render/analysis.ts');
  await printAnalysis(session, base, what, options.json ? 'json' : options.format, options);
}
