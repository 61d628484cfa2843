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
  return [...lines, '', 'demarche ask NAME --param name=value'].join('\n');
}
