import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../shared.ts';

/* The built program, as a user runs it: `npm test` builds it first. */

const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const SAMPLE = join(ROOT, 'data', 'articles', 'la-jornada-2024-07-11.txt');
const folder = mkdtempSync(join(tmpdir(), 'demarche-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function demarche(args: readonly string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Names of the packages and folders of ours that a run loads, from V8's coverage of it. A joined file names each module in it. */
function loadedBy(args: readonly string[]): Set<string> {
  const coverage = mkdtempSync(join(folder, 'coverage-'));
  demarche(args, { NODE_V8_COVERAGE: coverage });
  const urls = readdirSync(coverage).flatMap((file) =>
    JSON.parse(readFileSync(join(coverage, file), 'utf8')).result.map(({ url }: { url: string }) => url),
  ) as string[];
  return new Set(
    urls.flatMap((url) => {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
      if (name !== undefined) return name;
      if (!url.includes('/dist/')) return [];
      const joined = readFileSync(fileURLToPath(url), 'utf8').matchAll(/^\/\/ dist[^/\n]*\/([^/\n]+)\//gm);
      return [...joined].map(([, module]) => module!);
    }),
  );
}

beforeAll(() => {
  const newest = Math.max(
    ...readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(ROOT, 'src', name)).mtimeMs,
    ),
  );
  if (statSync(MAIN, { throwIfNoEntry: false })?.mtimeMs === undefined || statSync(MAIN).mtimeMs < newest)
    throw new Error('dist/ is older than src/: run npm run build');
});

describe('the built program', () => {
  it('can be run by itself', () => {
    expect(readFileSync(MAIN, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') expect(statSync(MAIN).mode & 0o111).toBe(0o111);
  });

  it('builds, asks and exports in a folder of its own', () => {
    expect(demarche(['build', SAMPLE])).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder)).toContain('kb');
    expect(demarche(['ask', 'opponents', '--param', 'actor=NATO', '--format', 'csv']).stdout).toMatch(/^China,NATO,/m);
    expect(demarche(['check'])).toMatchObject({ code: 0 });
    expect(demarche(['graph', 'stance', '--format', 'svg']).stdout).toMatch(/^<svg /);
  });

  it('leaves with the documented exit codes', () => {
    expect([demarche(['--version']), demarche(['extract', 'none.txt']), demarche(['extrakt'])].map(({ code }) => code)).toEqual([
      0, 1, 2,
    ]);
  });

  it('falls silent when its reader goes', async () => {
    const child = spawn(process.execPath, [MAIN, 'extract', SAMPLE, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, stderr]).toEqual([0, '']);
  });

  it('loads only what a command needs', () => {
    const help = loadedBy(['--help']);
    expect(
      [...help].filter((name) => !['cli', 'app', 'model', 'report', 'evaluation', 'commander', 'picocolors'].includes(name)),
    ).toEqual([]);
    const extract = loadedBy(['extract', SAMPLE]);
    expect(extract).toContain('extraction');
    for (const name of ['@comunica/query-sparql-rdfjs', 'sparqljs', 'shacl-engine', 'graphology', 'n3'])
      expect(extract).not.toContain(name);
    expect(loadedBy(['ask'])).not.toContain('@comunica/query-sparql-rdfjs');
  });

  it('is a library', async () => {
    const { KnowledgeBase } = await import(pathToFileURL(join(ROOT, 'dist', 'index.js')).href);
    const base = await KnowledgeBase.open(join(folder, 'library'));
    await base.build([SAMPLE]);
    const { ties } = await base.opposition();
    expect(ties.map((tie: { sourceLabel: string; targetLabel: string }) => [tie.sourceLabel, tie.targetLabel])).toContainEqual([
      'China',
      'NATO',
    ]);
    const { reasons } = await base.why('China', 'NATO');
    expect(reasons.length).toBeGreaterThan(3);
  });
});

const rapper = spawnSync('rapper', ['--version']).error === undefined;

describe.skipIf(!rapper)(rapper ? 'a second RDF tool' : 'a second RDF tool (not run: rapper is not installed)', () => {
  it.each([
    ['turtle', 'turtle'],
    ['ntriples', 'ntriples'],
  ])('reads the %s export without a complaint, and counts as many triples as the other form', (format, parser) => {
    demarche(['build', SAMPLE, '--kb', 'rapper']);
    const input = demarche(['export', '--format', format, '--kb', 'rapper']).stdout;
    const { status, stderr } = spawnSync('rapper', ['-q', '-i', parser, '-o', 'ntriples', '-', 'http://example.org/'], {
      input,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    const triples = demarche(['export', '--format', 'ntriples', '--kb', 'rapper']).stdout.trim().split('\n').length;
    const counted = spawnSync('rapper', ['-q', '-i', parser, '-o', 'ntriples', '-', 'http://example.org/'], {
      input,
      encoding: 'utf8',
    }).stdout;
    expect(counted.trim().split('\n')).toHaveLength(triples);
  });
});

describe('the package', () => {
  it('holds what the program reads, and no article', () => {
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const files: string[] = JSON.parse(packed.stdout)[0].files.map(({ path }: { path: string }) => path);
    for (const name of [
      'dist/cli/main.js',
      'dist/index.js',
      'dist/index.d.ts',
      'data/models/english.bin',
      'data/actors/states.tsv',
    ])
      expect(files).toContain(name);
    for (const name of [
      'ontology/demarche.ttl',
      'queries/catalog/opponents.rq',
      'queries/commands/why.rq',
      'docs/extraction.schema.json',
      'NOTICE',
      'LICENSE',
    ])
      expect(files).toContain(name);
    expect(files.filter((file) => /^data\/(articles|gold)\/|^(src|test|bench|scripts)\//.test(file))).toEqual([]);
  });
});
