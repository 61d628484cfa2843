import { DemarcheError } from '../model/errors.ts';

/** Where JSON stops being JSON, as far as this version of Node tells. */
const locate = (text: string, error: unknown): { line?: number; column?: number } => {
  const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? Number.NaN);
  if (!Number.isInteger(position)) return {};
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** The object that a JSON file of the base holds. @throws DemarcheError (kind `store`) with the file and, if known, the place */
export const parseObject = (text: string, file: string, hint: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new DemarcheError('store', 'is not valid JSON', { location: { file, ...locate(text, error) }, hint, cause: error });
  }
  throw new DemarcheError('store', 'does not hold a JSON object', { location: { file }, hint });
};

/** JSON as people read and diff it. */
export const showJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
