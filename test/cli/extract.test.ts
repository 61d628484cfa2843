import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { ROOT } from '../shared.ts';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const STORY = `Norway condemns Peru over fishing

Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.
"We reject the ban," said Norwegian Foreign Minister Kari Berg.
`;

const folder = writeFiles(temporaryFolder(), {
  'story.txt': STORY,
  'empty.txt': '',
  'blank.txt': ' \n\t\n',
  'photo.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 0, 0, 0, 7]),
  'latin.txt': Buffer.from('The café owner said the soirée was pleasant and the crowd très gai.\n', 'latin1'),
  'recipe.txt': 'Boil the potatoes for twenty minutes. Add salt, butter and a little milk, and mash them well.\n',
  'long.txt': 'France criticised Italy. '.repeat(200_000),
  'evil.txt': 'France \u001b[2Jcriticised Italy\u202e over trade. "We reject \u009b31m it," said France.\n',
  'bare.txt': 'France criticised Italy over trade yesterday.\n',
  'bad.txt': 'France criticised Italy.\n',
  'bad.meta.json': '{"published": "soon"}',
});
const at = (name: string): string => join(folder, name);

const sample = join(ROOT, 'data', 'articles', 'la-jornada-2024-07-11.txt');
const extraction = async (...args: string[]): Promise<Extraction> =>
  JSON.parse((await demarche(['extract', ...args, '--json'])).stdout);

describe('extract', () => {
  it('prints JSON that the published schema describes', async () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'docs', 'extraction.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const file of [sample, at('story.txt'), at('recipe.txt'), at('bare.txt')]) {
      validate(await extraction(file));
      expect(validate.errors).toBeNull();
    }
  });

  it('gives spans that hold in the text as read', async () => {
    const text = readFileSync(sample, 'utf8');
    const { statements, positions, actors } = await extraction(sample);
    expect(positions.length).toBeGreaterThan(0);
    for (const { start, end } of [
      ...statements,
      ...positions.map(({ evidence }) => evidence),
      ...actors.flatMap((a) => a.mentions),
    ]) {
      expect(start).toBeLessThan(end);
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }
    for (const { targetIssue } of positions)
      if (targetIssue) expect(text.slice(targetIssue.start, targetIssue.end)).toBe(targetIssue.text);
  });

  it('prints the same bytes twice', async () => {
    const [one, two] = [await demarche(['extract', sample, '--json']), await demarche(['extract', sample, '--json'])];
    expect(one.stdout).toBe(two.stdout);
  });

  it('prints a sheet that names who stands how to whom, with the words', async () => {
    const { code, stdout } = await demarche(['extract', at('story.txt')]);
    expect(code).toBe(0);
    expect(stdout).toContain('Norway → Peru');
    expect(stdout).toContain('“Norway on Tuesday condemned Peru over its fishing ban”');
    expect(stdout).not.toContain('\u001b[');
  });

  it('reads standard input, and takes what the text lacks from options', async () => {
    const { stdout } = await demarche(['extract', '-', '--json', '--published', '2021-02-03', '--outlet', 'The Paper'], {
      stdin: 'France criticised Italy.',
    });
    expect(JSON.parse(stdout).document).toMatchObject({ published: '2021-02-03', outlet: 'The Paper' });
  });

  it('colours the sheet on a terminal unless NO_COLOR is set', async () => {
    const coloured = await demarche(['extract', at('story.txt')], { terminal: true });
    const plain = await demarche(['extract', at('story.txt')], { terminal: true, env: { NO_COLOR: '1' } });
    expect(coloured.stdout).toContain('\u001b[');
    expect(plain.stdout).not.toContain('\u001b[');
  });

  it('prints no control character of the article', async () => {
    for (const args of [
      ['extract', at('evil.txt')],
      ['extract', at('evil.txt'), '--json'],
    ]) {
      const { stdout } = await demarche(args);
      expect(stdout).toContain('Italy');
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('extract, bad input', () => {
  it.each([
    ['a missing path', ['nowhere.txt'], 1, 'nowhere.txt: no such file or directory'],
    ['an empty file', ['empty.txt'], 1, 'empty.txt: file is empty'],
    ['a file of blanks', ['blank.txt'], 1, 'blank.txt: file holds no text'],
    ['a binary file', ['photo.txt'], 1, 'photo.txt: looks like a binary file'],
    ['a directory', ['.'], 1, 'is a directory'],
    ['5 MB of text', ['long.txt'], 1, 'long.txt: 5.0 MB is more than an article'],
    ['a description with a wrong date', ['bad.txt'], 1, 'bad.meta.json: "published" is no day'],
    ['a wrong date option', ['bare.txt', '--published', 'July'], 2, 'publication date is no day: July'],
  ])('%s: one line and the exit code', async (_, [file, ...options], expected, message) => {
    const { code, stdout, stderr } = await demarche(['extract', at(file!), ...options]);
    expect(stdout).toBe('');
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(code).toBe(expected);
  });

  it('reads bytes that are no UTF-8 as what they are, and says so', async () => {
    const { code, stderr, stdout } = await demarche(['extract', at('latin.txt'), '--json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/latin\.txt: not valid UTF-8; read as windows-1252/);
    expect(JSON.parse(stdout).schema).toBe('demarche/extraction/1');
    expect((await demarche(['extract', at('latin.txt'), '--json', '--quiet'])).stderr).toBe('');
  });

  it('finds nothing in a text without politics, and that is no error', async () => {
    const { code, stderr } = await demarche(['extract', at('recipe.txt')]);
    expect([code, stderr]).toEqual([0, '']);
    const { positions, events, edges, statements } = await extraction(at('recipe.txt'));
    expect({ positions, events, edges, statements }).toEqual({ positions: [], events: [], edges: [], statements: [] });
  });

  it('invents no date, title or outlet for a text that states none', async () => {
    const { document, events } = await extraction(at('bare.txt'));
    expect(document).toMatchObject({ title: null, outlet: null, published: null, agencies: [] });
    expect(events.map(({ date }) => date)).not.toContain(expect.anything());
  });
});
