import type { Command } from 'commander';

/** A command's words, for completion. */
interface Words {
  readonly name: string;
  readonly options: readonly string[];
  /** Words that may stand as its arguments. */
  readonly choices: readonly string[];
  /** Words that may stand behind an option. */
  readonly values: readonly (readonly [option: string, words: readonly string[]])[];
}

/** A named question and the parameters it takes. */
export interface Question {
  readonly name: string;
  readonly parameters: readonly { readonly name: string }[];
}

/** What is to be completed. */
export interface Vocabulary {
  readonly commands: readonly Words[];
  readonly questions: readonly Question[];
}

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Words of all commands, and the questions that `ask` knows. */
export const vocabularyOf = (program: Command, questions: readonly Question[]): Vocabulary => ({
  questions,
  commands: program.commands.map((command) => ({
    name: command.name(),
    options: command.options.flatMap(({ long }) => long ?? []),
    choices:
      command.name() === 'ask'
        ? questions.map(({ name }) => name)
        : command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    values: command.options.flatMap(({ long, argChoices }) => (long && argChoices ? [[long, argChoices] as const] : [])),
  })),
});

const withParameters = ({ questions }: Vocabulary): readonly Question[] =>
  questions.filter(({ parameters }) => parameters.length > 0);

const assignments = ({ parameters }: Question): string => parameters.map(({ name }) => `${name}=`).join(' ');

/** What stands behind an option that takes one of some words, as `case` branches of bash and zsh. */
const valueCases = (commands: readonly Words[]): string[] =>
  commands.flatMap(({ name, values }) =>
    values.map(([option, words]) => `    "${name} ${option}") list="${words.join(' ')}" ;;`),
  );

const parameterCases = (vocabulary: Vocabulary): string[] =>
  withParameters(vocabulary).map((question) => `      ${question.name}) list="${assignments(question)}" ;;`);

const bash = (vocabulary: Vocabulary): string => `# demarche completion bash > /etc/bash_completion.d/demarche
_demarche() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" list=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${vocabulary.commands.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
    "ask --param") case "\${COMP_WORDS[2]}" in
${parameterCases(vocabulary).join('\n')}
      esac
      compopt -o nospace 2>/dev/null ;;
${valueCases(vocabulary.commands).join('\n')}
  esac
  if [ -n "$list" ]; then
    COMPREPLY=($(compgen -W "$list" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${vocabulary.commands.map(({ name, options, choices }) => `    ${name}) list="${[...choices, ...options].join(' ')}" ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$list" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _demarche demarche
`;

const zsh = (vocabulary: Vocabulary): string => `#compdef demarche
# demarche completion zsh > "\${fpath[1]}/_demarche"
_demarche() {
  local list=
  if (( CURRENT == 2 )); then
    compadd -- ${vocabulary.commands.map(({ name }) => name).join(' ')}
    return
  fi
  case "\${words[2]} \${words[CURRENT-1]}" in
    "ask --param") case "\${words[3]}" in
${parameterCases(vocabulary).join('\n')}
      esac
      compadd -S '' -- \${=list}
      return ;;
${valueCases(vocabulary.commands).join('\n')}
  esac
  if [[ -n "$list" ]]; then
    compadd -- \${=list}
    return
  fi
  case "\${words[2]}" in
${vocabulary.commands.map(({ name, options, choices }) => `    ${name}) compadd -- ${[...choices, ...options].join(' ')} ;;`).join('\n')}
  esac
  _files
}
if [ "$funcstack[1]" = _demarche ]; then _demarche "$@"; else compdef _demarche demarche; fi
`;

const fishOption = (command: string, option: string, values: Words['values']): string => {
  const line = `complete -c demarche -n '__fish_seen_subcommand_from ${command}' -l ${option.slice(2)}`;
  const words = values.find(([name]) => name === option)?.[1];
  return words === undefined ? line : `${line} -x -a '${words.join(' ')}'`;
};

const fish = (vocabulary: Vocabulary): string => {
  const lines = vocabulary.commands.flatMap(({ name, options, choices, values }) => [
    `complete -c demarche -n __fish_use_subcommand -f -a ${name}`,
    ...(choices.length > 0 ? [`complete -c demarche -n '__fish_seen_subcommand_from ${name}' -a '${choices.join(' ')}'`] : []),
    ...options.map((option) => fishOption(name, option, values)),
  ]);
  const parameters = withParameters(vocabulary).map(
    (question) =>
      `complete -c demarche -n '__fish_seen_subcommand_from ${question.name}' -l param -x -a '${assignments(question)}'`,
  );
  return `# demarche completion fish > ~/.config/fish/completions/demarche.fish\n${[...lines, ...parameters].join('\n')}\n`;
};

const SCRIPTS: Readonly<Record<Shell, (vocabulary: Vocabulary) => string>> = { bash, zsh, fish };

/** A script by which a shell completes commands, options and their values, names of questions and their parameters. */
export const completionScript = (shell: Shell, vocabulary: Vocabulary): string => SCRIPTS[shell](vocabulary);
