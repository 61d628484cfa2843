import type { Command } from 'commander';

/** A command's words, for completion. */
interface Words {
  readonly name: string;
  readonly options: readonly string[];
  /** Words that may stand as its arguments. */
  readonly choices: readonly string[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Words of all commands; `questions` are the names that `ask` knows. */
export const wordsOf = (program: Command, questions: readonly string[]): Words[] =>
  program.commands.map((command) => ({
    name: command.name(),
    options: command.options.flatMap(({ long }) => long ?? []),
    choices: command.name() === 'ask' ? questions : command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  }));

const bash = (words: readonly Words[]): string => `# demarche completion bash > /etc/bash_completion.d/demarche
_demarche() {
  local word="\${COMP_WORDS[COMP_CWORD]}" list files
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${words.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${words.map(({ name, options, choices }) => `    ${name}) list="${[...choices, ...options].join(' ')}" ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$list" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _demarche demarche
`;

const zsh = (words: readonly Words[]): string => `#compdef demarche
# demarche completion zsh > "\${fpath[1]}/_demarche"
_demarche() {
  if (( CURRENT == 2 )); then
    compadd -- ${words.map(({ name }) => name).join(' ')}
    return
  fi
  case "\${words[2]}" in
${words.map(({ name, options, choices }) => `    ${name}) compadd -- ${[...choices, ...options].join(' ')} ;;`).join('\n')}
  esac
  _files
}
if [ "$funcstack[1]" = _demarche ]; then _demarche "$@"; else compdef _demarche demarche; fi
`;

const fish = (words: readonly Words[]): string => {
  const lines = words.flatMap(({ name, options, choices }) => [
    `complete -c demarche -n __fish_use_subcommand -f -a ${name}`,
    ...(choices.length > 0 ? [`complete -c demarche -n '__fish_seen_subcommand_from ${name}' -a '${choices.join(' ')}'`] : []),
    ...options.map((option) => `complete -c demarche -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
  ]);
  return `# demarche completion fish > ~/.config/fish/completions/demarche.fish\n${lines.join('\n')}\n`;
};

const SCRIPTS: Readonly<Record<Shell, (words: readonly Words[]) => string>> = { bash, zsh, fish };

/** A script by which a shell completes commands, options and names of questions. */
export const completionScript = (shell: Shell, words: readonly Words[]): string => SCRIPTS[shell](words);
