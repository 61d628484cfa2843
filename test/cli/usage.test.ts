import { describe, expect, it } from 'vitest';
import { demarche, lines } from './harness.ts';

const COMMANDS = [
  'build',
  'extract',
  'ask',
  'query',
  'export',
  'graph',
  'analyze',
  'derive',
  'why',
  'check',
  'serve',
  'completion',
  'evaluate',
];

describe('wrong usage', () => {
  it.each([
    ['no command', [], 'name a command'],
    ['unknown command', ['bild', 'x'], "unknown command 'bild' (Did you mean build?)"],
    ['unknown option', ['extract', 'x', '--jsn'], "unknown option '--jsn' (Did you mean --json?)"],
    ['missing path', ['build'], "missing required argument 'path'"],
    ['missing file', ['extract'], "missing required argument 'file'"],
    ['too many arguments', ['check', 'now'], 'too many arguments'],
    ['unknown network', ['graph', 'friends'], "'friends' is invalid for argument 'kind'"],
    ['unknown analysis', ['analyze', 'mood'], 'Allowed choices are opposition, blocs, balance'],
    ['unknown format', ['export', '--format', 'docx'], 'Allowed choices are turtle'],
    ['parameter without value', ['ask', 'opponents', '--param', 'NATO'], 'give it as name=value'],
    ['day that is none', ['graph', 'stance', '--since', '2024-02-31'], 'give a day as YYYY-MM-DD'],
    ['layer that is none', ['analyze', 'blocs', '--layers', 'stance,mood'], '"mood" is no network'],
    ['limit that is none', ['ask', 'opponents', '--limit', '-3'], 'whole number above 0'],
    ['unknown suite', ['evaluate', 'poems', '.'], 'unknown suite "poems" (on offer: articles'],
  ])('%s: one line on stderr, exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await demarche(args);
    expect(stdout).toBe('');
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe('help', () => {
  it('lists the commands that are on offer and no others', async () => {
    const { code, stdout } = await demarche(['--help']);
    const listed = stdout.split('Commands:')[1]!.split('Examples:')[0]!;
    expect([...listed.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1])).toEqual([...COMMANDS, 'help']);
    expect(code).toBe(0);
  });

  it.each(COMMANDS)('%s shows examples of its own', async (name) => {
    const { code, stdout } = await demarche([name, '--help']);
    expect(code).toBe(0);
    const examples = stdout
      .split('Examples:\n')[1]!
      .split('\n')
      .filter((line) => line.includes('demarche '));
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(example).toContain(`demarche ${name}`);
  });

  it('prints the version of package.json', async () => {
    const { stdout } = await demarche(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
