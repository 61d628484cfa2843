import { Command } from 'commander';
import { jsonOption, kbOption, quietOption, storeOf, storeOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly kb: string;
  readonly store?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `demarche why A B`: what an edge rests on. */
export function whyCommand(session: Session): Command {
  const command = new Command('why')
    .description('print the evidence behind what A holds, says or does about B: sentences, speakers, dates, rule, confidence')
    .argument('<a>', 'an actor, by any of its names')
    .argument('<b>', 'another actor')
    .action((a: string, b: string, options: Options) => why(session, a, b, options));
  return withOptions(
    command,
    [kbOption(session), storeOption(), jsonOption(), quietOption()],
    [
      ['demarche why China NATO', 'what China holds against (or for) NATO'],
      ['demarche why "United States" Russia --json', 'for a script'],
    ],
  );
}

async function why(session: Session, a: string, b: string, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions(await storeOf(session, options)));
  const explanation = await base.why(a, b);
  if (options.json) return session.printJson(explanation);
  const { whySheet } = await import('../render/why.ts');
  await session.print(whySheet(explanation, session.colours));
}
