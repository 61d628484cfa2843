import { Command } from 'commander';
import { version } from '../app/package.ts';
import { analyzeCommand } from './commands/analyze.ts';
import { askCommand } from './commands/ask.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { deriveCommand } from './commands/derive.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { graphCommand } from './commands/graph.ts';
import { queryCommand } from './commands/query.ts';
import { serveCommand } from './commands/serve.ts';
import { whyCommand } from './commands/why.ts';
import type { Session } from './session.ts';

const INTRODUCTION = `Reads political news and builds a knowledge graph of who says, wants and does what about whom,
in which every fact can be traced to the sentence that states it.`;

const AFTER = `
Examples:
  demarche build articles/                  read a folder of articles into ./kb
  demarche analyze opposition               who opposes whom
  demarche why China NATO                   the sentences behind an edge
  demarche ask                              the named questions
  demarche export --format turtle           the graph

Results go to stdout, messages to stderr. Exit codes: 0 done, 1 findings or partial failure, 2 wrong usage.
The knowledge base is ./kb, or what DEMARCHE_KB or --kb name.`;

/** The command tree. Each command loads what it needs only when it runs. */
export function buildProgram(session: Session): Command {
  const program = new Command('demarche')
    .description(INTRODUCTION)
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', AFTER);
  const commands = [
    buildCommand,
    extractCommand,
    askCommand,
    queryCommand,
    exportCommand,
    graphCommand,
    analyzeCommand,
    deriveCommand,
    whyCommand,
    checkCommand,
    serveCommand,
    completionCommand,
    evaluateCommand,
  ];
  for (const make of commands) program.addCommand(make(session));
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void session.io.stdout.write(text),
      // Usage errors are printed once, on one line, by run().
      writeErr: () => {},
    });
  }
  return program;
}
