import type { CatalogueQuery } from '../../app/queries.ts';
import type { Colours } from '../session.ts';

const parameterText = ({ name, type, required }: CatalogueQuery['parameters'][number]): string =>
  required ? `${name}=<${type}>` : `[${name}=<${type}>]`;

/** The named questions, one a line, with the parameters they take. */
export function catalogueSheet(queries: readonly CatalogueQuery[], colours: Colours): string {
  const width = Math.max(0, ...queries.map(({ name }) => name.length));
  const lines = queries.map(({ name, summary, parameters }) => {
    const takes = parameters.length === 0 ? '' : colours.dim(`  ${parameters.map(parameterText).join(' ')}`);
    return `${colours.bold(name.padEnd(width))}  ${summary}${takes}`;
  });
  return [...lines, '', 'demarche ask NAME --param name=value', 'demarche ask NAME --help'].join('\n');
}

const aligned = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`.trimEnd());
};

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

/** All that is known of a named question: what it takes, what it tells, and how it is asked. */
export function questionSheet(
  { name, summary, description, parameters, columns, examples }: CatalogueQuery,
  colours: Colours,
): string {
  const takes = parameters.map(({ name: parameter, type, required, default: value, description: text }) => {
    const more = required ? 'required' : value === null ? '' : `default ${value}`;
    return [`${parameter}=<${type}>`, [text, more].filter(Boolean).join('; ')] as const;
  });
  return [
    `${colours.bold(name)}  ${summary}`,
    ...(description === '' ? [] : [description]),
    ...section('Parameters:', aligned(takes)),
    ...section('Columns:', aligned(columns.map((column) => [column.name, column.description] as const))),
    ...section(
      'Examples:',
      examples.map((example) => `  ${example}`),
    ),
  ].join('\n');
}
