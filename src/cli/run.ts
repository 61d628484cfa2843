import { CommanderError } from 'commander';
import { DemarcheError, describeError } from '../model/errors.ts';
import { cleanLine } from '../report/clean.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';
import { EXIT, Session } from './session.ts';

/**
 * Runs one command line.
 *
 * @param args the arguments after the program's name.
 * @returns the exit code: 0 done, 1 findings or (partial) failure, 2 usage.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const session = new Session(io);
  try {
    await buildProgram(session).parseAsync([...args], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    session.stopProgress();
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    const [message, code] = explain(error, io);
    await io.stderr.write(`demarche: ${message}\n`);
    return code;
  }
}

function explain(error: unknown, io: Io): [message: string, code: number] {
  if (error instanceof DemarcheError)
    return [cleanLine(describeError(error)), error.kind === 'usage' ? EXIT.usage : EXIT.findings];
  if (error instanceof CommanderError) return [cleanLine(usageMessage(error)), EXIT.usage];
  const stack = error instanceof Error && io.env.DEMARCHE_DEBUG ? `\n${error.stack ?? ''}` : '';
  const what = error instanceof Error ? error.message : String(error);
  return [`internal error: ${cleanLine(what)} (please report it; DEMARCHE_DEBUG=1 shows where)${stack}`, EXIT.findings];
}

/** Commander's message without its prefix, with the suggestion in brackets. */
function usageMessage(error: CommanderError): string {
  if (error.code === 'commander.help') return 'name a command (demarche --help lists them)';
  const [message = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1');
  return `${message} (${suggestion === '' ? 'see demarche --help' : suggestion})`;
}
