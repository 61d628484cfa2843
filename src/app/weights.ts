import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { PACKAGE_ROOT } from './package.ts';

const folder = join('data', 'models');

/** The trained weights of the English analyser. */
export const englishWeights = (): Uint8Array => weights('english.bin', 'the English analyser');

/** The trained weights of the recogniser of names. */
export const nameWeights = (): Uint8Array => weights('names.bin', 'the recogniser of names');

/** All weights that an extraction depends on. */
export const allWeights = (): Uint8Array => Buffer.concat([englishWeights(), nameWeights()]);

const weights = (name: string, of: string): Uint8Array => read(join(folder, name), of);

function read(file: string, of: string): Uint8Array {
  try {
    return readFileSync(join(PACKAGE_ROOT, file));
  } catch (cause) {
    throw new DemarcheError('model', `the weights of ${of} cannot be read`, {
      location: { file },
      hint: 'install the program again',
      cause,
    });
  }
}

/** Words grouped by the company they keep. */
export function clusterTable(): Uint8Array {
  return read(join('data', 'language', 'word-clusters.tsv'), 'the word groups');
}
