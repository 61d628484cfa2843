import { Command, Option } from 'commander';
import type { KnowledgeBase } from '../../app/knowledge-base.ts';
import { cleanLine, cleanText } from '../../report/clean.ts';
import { keyValue, storeOf, withOptions } from '../options.ts';
import type { Session } from '../session.ts';
import { type AnswerOptions, answerOptions } from './query.ts';

interface Options extends AnswerOptions {
  readonly param: Readonly<Record<string, string>>;
  readonly explain?: boolean;
  readonly help?: boolean;
}

/** `demarche ask [NAME]`: the named questions. */
export function askCommand(session: Session): Command {
  const command: Command = new Command('ask')
    .description('answer a named question; without a name, list the questions')
    .argument('[name]', 'name of the question')
    .helpOption(false)
    .action((name: string | undefined, options: Options) => {
      if (options.help) return name === undefined ? command.help() : explainQuestion(session, name);
      return name === undefined ? list(session, options) : ask(session, name, options);
    });
  return withOptions(
    command,
    [
      new Option('-h, --help', 'display help; with a name, what the question takes and tells'),
      new Option('--param <name=value>', 'fill a parameter; may be repeated').argParser(keyValue).default({}, 'none'),
      new Option('--explain', 'print the SPARQL that would run, and what would evaluate it'),
      ...answerOptions(session),
    ],
    [
      ['demarche ask', 'list the questions'],
      ['demarche ask opponents --help', 'what one takes and tells'],
      ['demarche ask opponents --param actor=NATO', 'who opposes NATO'],
      ['demarche ask opponents --param actor=NATO --why', 'with the sentences'],
      ['demarche ask opponents --param actor=NATO --format csv', 'for a spreadsheet'],
      ['demarche ask opponents --param actor=NATO --explain', 'its SPARQL, to build on'],
    ],
  );
}

async function ask(session: Session, name: string, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { KnowledgeBase } = await import('../../app/knowledge-base.ts');
  const base = await KnowledgeBase.open(options.kb, session.baseOptions(await storeOf(session, options)));
  if (options.explain) return explain(session, base, name, options);
  const limits = options.limit === undefined ? {} : { maxRows: options.limit };
  const { query, parameters, result } = await base.ask(name, options.param, limits);
  const { printAnswer } = await import('../render/answer.ts');
  await printAnswer(session, base, { text: query.text, file: query.file, parameters, result }, options);
}

async function explain(session: Session, base: KnowledgeBase, name: string, options: Options): Promise<void> {
  const { query, parameters, sparql, evaluation } = await base.explainAsk(name, options.param);
  const { summary, description, file } = query;
  const bound = Object.fromEntries([...parameters].map(([parameter, term]) => [parameter, term.value]));
  if (options.json) return session.printJson({ name, summary, description, file, parameters: bound, evaluation, sparql });
  const comments = [summary, description, `file: ${file}`, ...Object.entries(bound).map(([key, value]) => `${key}: ${value}`)];
  const head = [...comments, `evaluated: ${evaluation}`].filter((line) => line !== '').map((line) => `# ${cleanLine(line)}`);
  await session.print(`${head.join('\n')}\n\n${cleanText(sparql)}`);
}

async function explainQuestion(session: Session, name: string): Promise<void> {
  const { shippedQueries } = await import('../../app/queries.ts');
  const query = (await shippedQueries()).get(name);
  const { questionSheet } = await import('../render/catalogue.ts');
  await session.print(questionSheet(query, session.colours));
}

async function list(session: Session, options: Options): Promise<void> {
  const { shippedQueries } = await import('../../app/queries.ts');
  const queries = (await shippedQueries()).list();
  if (options.json || options.format === 'json')
    return session.printJson(queries.map(({ name, summary, parameters, columns }) => ({ name, summary, parameters, columns })));
  const { catalogueSheet } = await import('../render/catalogue.ts');
  await session.print(catalogueSheet(queries, session.colours));
}
