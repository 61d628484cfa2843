import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemarcheError } from '../model/errors.ts';
import { PACKAGE_ROOT } from './package.ts';

const FILE = join('data', 'models', 'english.bin');

/** The trained weights of the English analyser. */
export function englishWeights(): Uint8Array {
  try {
    return readFileSync(join(PACKAGE_ROOT, FILE));
  } catch (cause) {
    throw new DemarcheError('model', 'the weights of the English analyser cannot be read', {
      location: { file: FILE },
      hint: 'install the program again',
      cause,
    });
  }
}
