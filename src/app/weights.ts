import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { PACKAGE_ROOT } from './package.ts';

const folder = join('data', 'models');

/** The trained weights of the English analyser. */
export const englishWeights = (): Uint8Array => weights('english.bin', 'the English analyser');

/** The trained weights of the recogniser of names. */
export const nameWeights = (): Uint8Array => weights('names.bin', 'the recogniser of names');

function weights(name: string, of: string): Uint8Array {
  const file = join(folder, name);
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
