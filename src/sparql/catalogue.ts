import { DemarcheError } from '../model/errors.ts';
import { type Entry, type FrontMatter, type Item, readFrontMatter } from './front-matter.ts';
import { didYouMean } from './suggest.ts';
import {
  type Catalogue,
  type CatalogueQuery,
  type Column,
  PARAMETER_TYPES,
  type Parameter,
  type ParameterType,
  type QueryFile,
} from './types.ts';

const KEYS = ['summary', 'description', 'question', 'parameters', 'columns', 'example'];
const PARAMETER_FIELDS = ['name', 'type', 'default', 'required', 'description'];

const fail = (file: string, line: number, message: string, hint?: string): never => {
  throw new DemarcheError('query', message, { location: { file, line }, ...(hint === undefined ? {} : { hint }) });
};

const assertKnownKeys = (matter: FrontMatter, file: string): void => {
  for (const [key, [first]] of matter.entries) {
    if (!KEYS.includes(key)) fail(file, first!.line, `unknown front matter key "${key}"`, `known keys are ${KEYS.join(', ')}`);
  }
};

const textOf = (matter: FrontMatter, key: string): string => matter.entries.get(key)?.[0]?.text ?? '';

const itemsOf = (matter: FrontMatter, key: string): readonly Item[] =>
  (matter.entries.get(key) ?? []).flatMap((entry) => entry.items);

const isParameterType = (value: string): value is ParameterType => (PARAMETER_TYPES as readonly string[]).includes(value);

const readParameter = ({ fields, line }: Item, file: string): Parameter => {
  for (const field of fields.keys()) {
    if (!PARAMETER_FIELDS.includes(field))
      fail(file, line, `unknown parameter field "${field}"`, `known fields are ${PARAMETER_FIELDS.join(', ')}`);
  }
  const name = fields.get('name') ?? fail(file, line, 'parameter without a name');
  const type = fields.get('type') ?? 'string';
  if (!/^[a-zA-Z]\w*$/.test(name)) return fail(file, line, `"${name}" cannot be a variable name`);
  if (!isParameterType(type))
    return fail(file, line, `unknown parameter type "${type}"`, `known types are ${PARAMETER_TYPES.join(', ')}`);
  return {
    name,
    type,
    description: fields.get('description') ?? '',
    default: fields.get('default') ?? null,
    required: fields.get('required') === 'true',
  };
};

const readColumns = (items: readonly Item[]): Column[] =>
  items.flatMap(({ fields }) => [...fields].map(([name, description]) => ({ name, description })));

const readQuestions = (entries: readonly Entry[], file: string): number[] =>
  entries.flatMap(({ text, line }) =>
    text
      .split(/[,\s]+/)
      .map((number) => (/^\d+$/.test(number) ? Number(number) : fail(file, line, `"${number}" is no question number`))),
  );

const readQuery = ({ name: file, text }: QueryFile): CatalogueQuery => {
  const matter = readFrontMatter(text, file);
  assertKnownKeys(matter, file);
  const summary = textOf(matter, 'summary');
  if (summary === '') fail(file, 1, 'query without a summary', 'add a line "#+ summary: …"');
  return {
    name: file.replace(/^.*\//, '').replace(/\.rq$/, ''),
    file,
    summary,
    description: textOf(matter, 'description'),
    questions: readQuestions(matter.entries.get('question') ?? [], file),
    parameters: itemsOf(matter, 'parameters').map((item) => readParameter(item, file)),
    columns: readColumns(itemsOf(matter, 'columns')),
    examples: (matter.entries.get('example') ?? []).map((entry) => entry.text),
    text,
  };
};

const byName = (a: CatalogueQuery, b: CatalogueQuery): number => (a.name < b.name ? -1 : 1);

/**
 * Reads query files. Only front matter is read here; the SPARQL itself is looked at when a query is asked
 * (`inspectQuery` looks at it without running it).
 * @throws DemarcheError with file and line for front matter that cannot be read
 */
export const loadCatalogue = (files: readonly QueryFile[]): Catalogue => {
  const queries = files.map(readQuery).sort(byName);
  const index = new Map<string, CatalogueQuery>();
  for (const query of queries) {
    const other = index.get(query.name);
    if (other) fail(query.file, 1, `a query named "${query.name}" is already in ${other.file}`);
    index.set(query.name, query);
  }
  return {
    list: () => queries,
    get: (name) => {
      const query = index.get(name);
      if (query) return query;
      const hint = didYouMean(name, index.keys(), 'run "demarche ask" to list all queries');
      throw new DemarcheError('usage', `there is no query named "${name}"`, { hint });
    },
  };
};
