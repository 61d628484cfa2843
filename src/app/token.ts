import { DemarcheError } from '../model/errors.ts';
import { nodeFiles } from './node-files.ts';

/**
 * The token that callers of a server must send: the first line of a file, else what the environment says; null for none.
 * @throws DemarcheError where the file cannot be read or is empty
 */
export const readToken = async (file: string | undefined, fromEnvironment: string | undefined): Promise<string | null> => {
  if (file === undefined) return fromEnvironment || null;
  const [line = ''] = new TextDecoder().decode(await nodeFiles.read(file)).split(/\r?\n/);
  if (line.trim() === '')
    throw new DemarcheError('input', 'holds no token', { location: { file }, hint: 'put it on the first line' });
  return line.trim();
};
