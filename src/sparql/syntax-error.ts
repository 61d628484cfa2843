import { DemarcheError, type Location } from '../model/errors.ts';
import { cleanText } from '../rdf/escape.ts';
import { VOCABULARY_PREFIXES } from '../rdf/namespaces.ts';
import { type NotRead, TooDeep } from './parser/tokens.ts';

/** Where in the author's text an error lies; lines and columns count from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

const positionAt = (text: string, offset: number): Position => {
  const before = text.slice(0, Math.max(0, offset)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** The text with strings, IRIs and comments blanked, so that a search meets only code. */
const codeOnly = (text: string): string =>
  text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g, (match) =>
    match.replace(/[^\n]/g, ' '),
  );

const positionOf = (text: string, word: RegExp): Position | null => {
  const found = word.exec(codeOnly(text));
  return found ? positionAt(text, found.index) : null;
};

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Reads line and caret, or an offset, out of the parser's message (traqula: "Parse error on line 2 … ----^ …"). */
const reportedPosition = (message: string, text: string, prologueLength: number): Position | null => {
  const line = /^Parse error on line (\d+)\n/.exec(message);
  const caret = /\n(-*)\^\n/.exec(message);
  if (line && caret) {
    const shift = line[1] === '1' ? prologueLength : 0;
    return { line: Number(line[1]), column: caret[1]!.length + 1 - shift };
  }
  const offset = /at offset: (\d+)/.exec(message);
  if (offset) return positionAt(text, Number(offset[1]) - prologueLength);
  return message.startsWith('Parse error') ? positionAt(text, text.trimEnd().length) : null;
};

const searchedPosition = (message: string, text: string): Position | null => {
  const prefix = /Unknown prefix: (\S*)/.exec(message);
  if (prefix) return positionOf(text, new RegExp(`(?<![\\w.-])${escaped(prefix[1]!)}:`));
  const variable = /\(\?(\w+)\)|\?(\w+)/.exec(message);
  return variable ? positionOf(text, new RegExp(`[?$]${escaped(variable[1] ?? variable[2]!)}\\b`)) : null;
};

const plainMessage = (message: string): string => {
  const expecting = /Expecting --> (.+?) <-- but found --> '([\s\S]*)' <--/.exec(message);
  if (expecting)
    return `malformed SPARQL: expected ${expecting[1]}, found ${expecting[2] ? `"${expecting[2]}"` : 'the end of the query'}`;
  const alternatives = /but found: '([\s\S]*)'/.exec(message);
  if (alternatives) return `malformed SPARQL: unexpected ${alternatives[1] ? `"${alternatives[1]}"` : 'end of the query'}`;
  const character = /unexpected character: ->([\s\S]*?)<-/.exec(message);
  if (character) return `malformed SPARQL: unexpected ${JSON.stringify(character[1])}`;
  return `malformed SPARQL: ${message.split('\n').at(-1)}`;
};

const caretHint = (text: string, at: Position): string => {
  const line = cleanText(text.split('\n')[at.line - 1] ?? '').replace(/[\t\r]/g, ' ');
  const start = Math.max(0, at.column - 41);
  const excerpt = line.slice(start, at.column + 30);
  const column = at.column - 1 - start;
  return `${excerpt.slice(0, column)}-->${excerpt.slice(column)}`;
};

const hintFor = (message: string, text: string, at: Position | null): string | undefined => {
  const prefix = /Unknown prefix: (\S*)/.exec(message);
  if (prefix) return `declare PREFIX ${prefix[1]}: <…>, or use one of ${Object.keys(VOCABULARY_PREFIXES).join(', ')}`;
  return at ? `at ${caretHint(text, at)}` : undefined;
};

/** A query as its author wrote it, and what was put around it. */
export interface Source {
  readonly text: string;
  readonly prologue: string;
  readonly file: string;
}

/**
 * What the parser says, as an error with the author's own line and column: the declarations put before the text are discounted.
 */
export const syntaxError = (cause: unknown, { text, prologue, file }: Source): DemarcheError => {
  if (cause instanceof RangeError || cause instanceof TooDeep)
    return new DemarcheError('query', 'the query is nested too deeply', { location: { file }, cause, hint: 'simplify it' });
  // A query may hold anything, and the message goes to a terminal.
  const message = cleanText(cause instanceof Error ? cause.message : String(cause));
  const at = reportedPosition(message, text, prologue.length) ?? searchedPosition(message, text);
  const location: Location = at ? { file, line: at.line, column: at.column } : { file };
  const hint = hintFor(message, text, at);
  return new DemarcheError('query', plainMessage(message), { location, cause, ...(hint === undefined ? {} : { hint }) });
};

/** What only SPARQL 1.2 has: triple terms, reifiers, base direction and their functions. */
const LATER =
  /<<|>>|\{\||\|\}|~|@[a-z]+(?:-[a-z0-9]+)*--|(?<![\w?$:])(?:version\b|(?:hasLang|hasLangDir|isTriple|langdir|strlangdir|object|predicate|subject|triple)\s*\()/i;
const UPDATE = /^(?:insert|delete|load|clear|drop|create|add|move|copy|with)\b/i;

/** True where a text that is no SPARQL 1.1 query may still be an update, or SPARQL 1.2. */
export const mayBeOther = ({ at }: NotRead, { text, prologue }: Source): boolean =>
  UPDATE.test(text.slice(Math.max(0, at - prologue.length))) || LATER.test(codeOnly(text));

const messageOf = ({ message, expected, at, length }: NotRead, text: string): string => {
  if (message !== '') return message;
  const found = length === 0 ? 'the end of the query' : JSON.stringify(text.slice(at, at + length));
  return expected === null ? `unexpected ${found.replace('the end', 'end')}` : `expected ${expected}, found ${found}`;
};

/** What our own parser found wrong, as an error with the author's own line and column. */
export const notReadError = (cause: NotRead, { text, prologue, file }: Source): DemarcheError => {
  if (cause instanceof TooDeep) return syntaxError(cause, { text, prologue, file });
  const message = cleanText(messageOf(cause, prologue + text));
  const at = (cause.message === '' ? null : searchedPosition(message, text)) ?? positionAt(text, cause.at - prologue.length);
  const hint = hintFor(message, text, at);
  const location = { file, line: at.line, column: at.column };
  return new DemarcheError('query', `malformed SPARQL: ${message}`, { location, cause, ...(hint === undefined ? {} : { hint }) });
};
