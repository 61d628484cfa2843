import { Command, Option } from 'commander';
import type { AnalysisSettings } from '../../app/analyses.ts';
import type { NetworkKind } from '../../app/formats.ts';
import type { NetworkFilter } from '../../app/networks.ts';
import {
  claimOptions,
  countingOptions,
  integer,
  jsonOption,
  kbOption,
  layersOption,
  quietOption,
  windowOptions,
  withOptions,
} from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends NetworkFilter, AnalysisSettings {
  readonly kb: string;
  readonly layers: readonly NetworkKind[];
  readonly clear?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche derive`: results of analyses into the graph, where SPARQL asks for them. */
export function deriveCommand(session: Session): Command {
  const command = new Command('derive')
    .description(
      'write results of analyses into the derived graph: blocs, frustrated ties with their claims, centralities with formula and source; they are read as long as articles and judgements stay as they are, and the next run takes their place',
    )
    .action((options: Options) => derive(session, options));
  return withOptions(
    command,
    [
      layersOption(),
      new Option('--weighted', 'frustration by weights of ties instead of their number'),
      new Option('--seed <n>', 'seed of searches (default: 1)').argParser(integer),
      new Option('--clear', 'only remove what an earlier run wrote'),
      ...windowOptions(),
      ...claimOptions(),
      ...countingOptions(),
      kbOption(session),
      jsonOption(),
      quietOption(),
    ],
    [
      ['demarche derive', 'from what is said'],
      ['demarche derive --layers stance,action --since 2024-01-01', 'from what is said and done since a day'],
      ['demarche derive && demarche ask blocs', 'who stands with whom'],
      ['demarche derive && demarche ask frustrated-ties', 'what stands in the way of balance, with a sentence'],
      ['demarche derive && demarche ask measurements --param actor=NATO', 'what was measured, with formula and source'],
      ['demarche derive --clear', 'without results again'],
    ],
  );
}

async function derive(session: Session, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const { onProblem } = session.baseOptions();
  const base = await KnowledgeBase.open(options.kb, {
    // Results that are stale are about to be replaced: no word of them.
    onProblem: (problem) => (problem.location?.file.endsWith('analysis.trig') ? undefined : onProblem?.(problem)),
  });
  if (options.clear)
    return session.say((await base.clearDerived()) ? 'results of analyses removed' : 'there were no results of analyses');
  const derived = await base.derive(options, options.layers, options);
  if (options.json) return session.printJson(derived);
  const { layers, actors, blocs, frustratedTies, measurements } = derived;
  await session.print(
    `${layers.join(', ')}: ${actors} actors in ${blocs} blocs, ${frustratedTies} frustrated ties, ${measurements} measurements`,
  );
}
