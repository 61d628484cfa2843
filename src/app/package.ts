import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder that holds package.json, data/, ontology/ and queries/: the same seen from src/ and from dist/. */
export const PACKAGE_ROOT = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json of demarche is missing');
  return findRoot(parent);
}

let known: string | undefined;

/** Version of the program, as in package.json. */
export function version(): string {
  known ??= String(JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')).version);
  return known;
}
