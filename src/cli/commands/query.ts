import { Command, InvalidArgumentError, Option } from 'commander';
import { QUERY_FORMATS, type QueryFormat } from '../../app/formats.ts';
import { jsonOption, kbOption, quietOption, storeOf, storeOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

/** Options that `ask` and `query` share. */
export interface AnswerOptions {
  readonly kb: string;
  readonly store?: string;
  readonly format?: QueryFormat;
  readonly why?: boolean;
  readonly limit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export const answerOptions = (session: Session): Option[] => [
  new Option('--format <format>', 'output format (default: table; turtle for CONSTRUCT)').choices(QUERY_FORMATS),
  new Option('--why', 'append the evidence of each row'),
  new Option('--limit <rows>', 'stop after so many rows').argParser(positive),
  kbOption(session),
  storeOption(),
  jsonOption(),
  quietOption(),
];

function positive(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError('give a whole number above 0.');
}

/** `demarche query FILE|-|'SELECT…'`: any SPARQL query over the base. */
export function queryCommand(session: Session): Command {
  const command = new Command('query')
    .description('run a SPARQL query over the knowledge base; known prefixes need no declaration')
    .argument('<query>', 'a file if one of that name exists, - for stdin, else the query itself')
    .action((query: string, options: AnswerOptions) => runQuery(session, query, options));
  return withOptions(command, answerOptions(session), [
    ["demarche query 'SELECT ?p WHERE { ?p a dem:Position } LIMIT 5'", 'a query on the command line'],
    ['demarche query question.rq --format csv', 'a query file, as CSV'],
    ["demarche query 'SELECT ?p { ?p dem:polarity ?sign }' --why", 'with the sentences behind each row'],
    ['demarche query - < question.rq', 'from stdin'],
  ]);
}

async function runQuery(session: Session, query: string, options: AnswerOptions): Promise<void> {
  session.quiet = options.quiet === true;
  const [{ KnowledgeBase }, { readQuery }] = await Promise.all([
    import('../../app/knowledge-base.ts'),
    import('../../app/query-text.ts'),
  ]);
  const { text, file } = await readQuery(query, () => session.io.readStdin());
  const base = await KnowledgeBase.open(options.kb, session.baseOptions(await storeOf(session, options)));
  const limits = options.limit === undefined ? {} : { maxRows: options.limit };
  const named = file === null ? {} : { file };
  const result = await base.query(text, { limits, ...named });
  const { printAnswer } = await import('../render/answer.ts');
  await printAnswer(session, base, { text, result, ...named }, options);
}
