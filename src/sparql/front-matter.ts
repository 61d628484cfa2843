import { DemarcheError } from '../model/errors.ts';

/** A value with the line it stands on, counted from 1. */
export interface Entry {
  readonly text: string;
  readonly line: number;
  /** Items of a list below the key, each a small map in the order written. */
  readonly items: readonly Item[];
}

export interface Item {
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

export interface FrontMatter {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

interface OpenEntry extends Entry {
  text: string;
  readonly items: { line: number; fields: Map<string, string> }[];
}

const MARK = '#+';

const fail = (file: string, line: number, message: string): never => {
  throw new DemarcheError('query', message, {
    location: { file, line },
    hint: 'front matter is "#+ key: value", or "#+ key:" followed by "#+   - field: value" lines',
  });
};

const unquoted = (value: string): string => {
  const trimmed = value.trim();
  const quote = trimmed[0];
  return trimmed.length > 1 && (quote === '"' || quote === "'") && trimmed.endsWith(quote) ? trimmed.slice(1, -1) : trimmed;
};

const fieldOf = (text: string, file: string, line: number): [string, string] => {
  const match = /^([A-Za-z][\w-]*):(?:\s+(.*))?$/.exec(text.trim());
  if (!match) return fail(file, line, `not a "key: value" pair: ${text.trim()}`);
  return [match[1]!, unquoted(match[2] ?? '')];
};

/**
 * Reads the lines that start with `#+`, as grlc does: a small part of YAML. A key may occur several times;
 * an indented line without a dash goes on with the text above.
 * @param file name for error messages
 */
export const readFrontMatter = (text: string, file: string): FrontMatter => {
  const entries = new Map<string, OpenEntry[]>();
  let entry: OpenEntry | undefined;
  let fields: Map<string, string> | undefined;
  let lastField: string | undefined;

  const continueText = (content: string): void => {
    if (fields && lastField !== undefined) fields.set(lastField, `${fields.get(lastField)} ${content}`.trim());
    else if (entry) entry.text = `${entry.text} ${content}`.trim();
  };

  const readLine = (content: string, line: number): void => {
    const body = content.trim();
    if (/^\S/.test(content)) {
      const [key, value] = fieldOf(content, file, line);
      entry = { text: value, line, items: [] };
      fields = undefined;
      lastField = undefined;
      entries.set(key, [...(entries.get(key) ?? []), entry]);
    } else if (!entry) {
      fail(file, line, 'front matter starts with an indented line');
    } else if (body.startsWith('- ')) {
      const [key, value] = fieldOf(body.slice(2), file, line);
      fields = new Map([[key, value]]);
      lastField = key;
      entry.items.push({ line, fields });
    } else if (fields && /^[a-z]+:(\s|$)/.test(body)) {
      const [key, value] = fieldOf(body, file, line);
      fields.set(key, value);
      lastField = key;
    } else {
      continueText(body);
    }
  };

  text.split(/\r?\n/).forEach((raw, index) => {
    if (!raw.startsWith(MARK)) return;
    const content = raw.slice(MARK.length).replace(/^ /, '');
    if (content.trim() !== '') readLine(content, index + 1);
  });
  return { entries };
};
