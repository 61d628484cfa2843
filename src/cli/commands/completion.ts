import { Argument, Command } from 'commander';
import { completionScript, SHELLS, type Shell, vocabularyOf } from '../completion.ts';
import { withOptions } from '../options.ts';
import type { Session } from '../session.ts';

/** `demarche completion SHELL`: a script that completes commands, options and names of questions. */
export function completionCommand(session: Session): Command {
  const command: Command = new Command('completion')
    .description('print a script by which a shell completes commands, options and names of questions')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action((shell: Shell) => print(session, command, shell));
  return withOptions(
    command,
    [],
    [
      ['source <(demarche completion bash)', 'in ~/.bashrc'],
      ['demarche completion zsh > ~/.zsh/_demarche', 'for zsh, in a folder of its fpath'],
      ['demarche completion fish > ~/.config/fish/completions/demarche.fish', 'for fish'],
    ],
  );
}

async function print(session: Session, command: Command, shell: Shell): Promise<void> {
  const { shippedQueries } = await import('../../app/queries.ts');
  const questions = (await shippedQueries()).list();
  await session.emit(completionScript(shell, vocabularyOf(command.parent!, questions)));
}
