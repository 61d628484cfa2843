import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demarche, lines, temporaryFolder, writeFiles } from './harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'news/one.txt': `Norway condemns Peru over fishing

Oslo, 3 May 2023 (Reuters) - Norway on Tuesday condemned Peru over its fishing ban.
"We reject the ban," said Norwegian Foreign Minister Kari Berg.
`,
  'news/two.md': `---
title: Peru praises Chile
outlet: The Daily Post
published: 2023-05-04
---

Peru praised Chile on Wednesday for its support.
`,
  'news/empty.txt': '',
  'news/photo.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 0, 0, 0, 7]),
  'nothing/notes.rst': 'no article',
  'bad.rq': 'SELECT ?claim WHERE {\n  ?claim a dem:Position ;\n}}\n',
});
const at = (name: string): string => join(folder, name);
const kb = at('kb');

/** All files of a folder with their contents and times. */
function snapshot(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(directory, name)).isFile(),
  );
  return Object.fromEntries(
    files
      .sort()
      .map((name) => [name, `${statSync(join(directory, name)).mtimeMs} ${readFileSync(join(directory, name), 'utf8')}`]),
  );
}

const run = (...args: string[]) => demarche([...args, '--kb', kb]);

beforeAll(async () => {
  await run('build', at('news/one.txt'), at('news/two.md'));
});

describe('build', () => {
  it('builds the good articles of a batch and tells each bad one on a line of its own', async () => {
    const { code, stdout, stderr } = await demarche([
      'build',
      at('news'),
      at('nowhere'),
      at('nothing'),
      '--kb',
      at('kb-batch'),
      '--json',
    ]);
    expect(code).toBe(1);
    const summary = JSON.parse(stdout);
    expect(summary.added).toHaveLength(2);
    expect(summary.rejected.map(({ path }: { path: string }) => path)).toEqual(
      ['nowhere', 'nothing', 'news/empty.txt', 'news/photo.txt'].map(at),
    );
    expect(lines(stderr)).toHaveLength(4);
    for (const message of ['no such file', 'holds no articles', 'file is empty', 'binary']) expect(stderr).toContain(message);
  });

  it('makes no base where there is nothing to read', async () => {
    const { code, stdout } = await demarche(['build', at('nowhere'), '--kb', at('kb-none'), '--quiet']);
    expect([code, stdout]).toEqual([1, '']);
    expect(readdirSync(folder)).not.toContain('kb-none');
  });

  it('changes no file when nothing has changed', async () => {
    const before = snapshot(kb);
    const { stdout, code } = await run('build', at('news/one.txt'), at('news/two.md'));
    expect(code).toBe(0);
    expect(stdout).toContain('2 articles (0 added, 2 unchanged)');
    expect(snapshot(kb)).toEqual(before);
  });

  it('gives the same files in another folder', async () => {
    await demarche(['build', at('news/two.md'), at('news/one.txt'), '--kb', at('kb-copy')]);
    const contents = (directory: string) =>
      Object.entries(snapshot(directory)).map(([name, content]) => [name, content.replace(/^[\d.]+ /, '')]);
    expect(contents(at('kb-copy'))).toEqual(contents(kb));
  });

  it('reads an article again when what is said about it changes, and drops the old one', async () => {
    const own = at('kb-said');
    await demarche(['build', at('news/one.txt'), '--kb', own]);
    const { stdout } = await demarche(['build', at('news/one.txt'), '--kb', own, '--outlet', 'The Paper', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ articles: 1, added: [], unchanged: 0 });
    expect(JSON.parse(stdout).replaced).toHaveLength(1);
    expect((await demarche(['ask', 'articles', '--kb', own, '--format', 'csv'])).stdout).toContain('The Paper');
  });

  it('reads all again with --force', async () => {
    const { stdout } = await run('build', at('news/one.txt'), '--force', '--json');
    expect(JSON.parse(stdout).replaced).toHaveLength(1);
  });

  it('builds a damaged graph anew', async () => {
    const own = at('kb-mended');
    await demarche(['build', at('news/one.txt'), '--kb', own]);
    const [graph] = readdirSync(join(own, 'graphs'));
    const whole = readFileSync(join(own, 'graphs', graph!), 'utf8');
    writeFileSync(join(own, 'graphs', graph!), whole.slice(0, 500));
    await demarche(['build', at('news/one.txt'), '--kb', own]);
    expect(readFileSync(join(own, 'graphs', graph!), 'utf8')).toBe(whole);
  });

  it('reads standard input', async () => {
    const { stdout } = await demarche(['build', '-', '--kb', at('kb-stdin'), '--json'], {
      stdin: 'Spain thanked Ghana for its help.',
    });
    expect(JSON.parse(stdout).added).toHaveLength(1);
  });

  it("stops at a wrong row of the analyst's own lexicon, with file and line", async () => {
    const own = at('kb-lexicon');
    await demarche(['build', at('news/one.txt'), '--kb', own]);
    writeFiles(own, { 'lexicon/actors/states.tsv': 'id\tname\tcolour\nXXA\tRuritania\tblue\n' });
    const { code, stderr } = await demarche(['build', at('news/one.txt'), '--kb', own]);
    expect(code).toBe(1);
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/states\.tsv:1: (unknown column "colour"|column "\w+" is missing)/);
  });

  it('shows no progress bar where stderr is no terminal', async () => {
    const { stderr } = await demarche(['build', at('news/one.txt'), '--kb', at('kb-silent')]);
    expect(stderr).toBe('');
  });
});

describe('questions to a base', () => {
  it('answers a named question in each format', async () => {
    const table = await run('ask', 'opponents', '--param', 'actor=Peru');
    expect(table.stdout).toMatch(/Norway +Peru/);
    const csv = await run('ask', 'opponents', '--param', 'actor=Peru', '--format', 'csv');
    expect(csv.stdout.split('\r\n')[1]).toMatch(/^Norway,Peru,/);
    const json = JSON.parse((await run('ask', 'opponents', '--param', 'actor=Peru', '--json')).stdout);
    expect(json.results.bindings[0].opponent.value).toBe('Norway');
    expect((await run('ask', 'opponents', '--format', 'xml')).stdout).toMatch(/^<\?xml/);
  });

  it('appends the sentences with --why', async () => {
    const { stdout } = await run('ask', 'opponents', '--param', 'actor=Peru', '--why');
    expect(stdout).toContain('“Norway on Tuesday condemned Peru over its fishing ban”');
    const json = JSON.parse((await run('ask', 'opponents', '--param', 'actor=Peru', '--why', '--json')).stdout);
    expect(json[0].row.opponent).toBe('Norway');
    const quotes = json[0].evidence.map(({ quote }: { quote: string }) => quote);
    expect(quotes).toContain('Norway on Tuesday condemned Peru over its fishing ban');
  });

  it('runs SPARQL from a file, standard input and the command line', async () => {
    const query = 'SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a dem:Position }';
    writeFileSync(at('count.rq'), query);
    const answers = await Promise.all([
      run('query', at('count.rq'), '--format', 'csv'),
      demarche(['query', '-', '--kb', kb, '--format', 'csv'], { stdin: query }),
      run('query', query, '--format', 'csv'),
    ]);
    expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
    expect(answers[0]!.stdout).toMatch(/^n\r\n[1-9]/);
  });

  it('gives CONSTRUCT as Turtle and stops at the limit', async () => {
    const { stdout } = await run('query', 'CONSTRUCT { ?a rdfs:label ?l } WHERE { ?a a dem:State ; rdfs:label ?l }');
    expect(stdout).toContain('actor:NOR rdfs:label "Norway"');
    const limited = await run('query', 'SELECT ?s { ?s ?p ?o }', '--limit', '2', '--format', 'tsv');
    expect(lines(limited.stdout)).toHaveLength(3);
    expect(limited.stderr).toContain('more rows than the limit');
  });

  it.each([
    ['an unknown question', ['ask', 'oponents'], 2, 'did you mean "opponents"'],
    ['an unknown parameter', ['ask', 'opponents', '--param', 'aktor=Peru'], 2, 'has no parameter "aktor"'],
    ['an unknown actor', ['ask', 'opponents', '--param', 'actor=Perru'], 2, 'did you mean "Peru"'],
    ['a wrong date', ['ask', 'opponents', '--param', 'since=May'], 2, 'YYYY-MM-DD'],
    ['malformed SPARQL in a file', ['query', at('bad.rq')], 1, 'bad.rq:3:2'],
    ['malformed SPARQL on the command line', ['query', 'SELEC ?x { }'], 1, 'query:1:1'],
    ['a missing query file', ['query', at('none.rq')], 1, 'no such query file'],
    ['an update', ['query', 'DELETE WHERE { ?s ?p ?o }'], 1, ''],
    ['a remote service', ['query', 'SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }'], 1, 'SERVICE'],
    ['a format that cannot hold the answer', ['query', 'ASK { ?s ?p ?o }', '--format', 'turtle'], 2, 'turtle cannot hold'],
    ['evidence in a format that cannot hold it', ['ask', 'opponents', '--why', '--format', 'csv'], 2, 'choose table or json'],
    ['an unknown actor of why', ['why', 'Peru', 'Norwegia'], 2, 'did you mean'],
  ])('%s: one line and the exit code', async (_, args, expected, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect(stdout).toBe('');
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(code).toBe(expected);
  });

  it.each(['ask opponents', 'query SELECT', 'export', 'graph stance', 'analyze blocs', 'why A B', 'check'])(
    '%s on a folder that is no base: one line and exit code 1',
    async (command) => {
      const { code, stderr } = await demarche([...command.split(' '), '--kb', at('nothing')]);
      expect(lines(stderr)).toHaveLength(1);
      expect(stderr).toContain('no knowledge base');
      expect(code).toBe(1);
    },
  );

  it('takes the base from DEMARCHE_KB', async () => {
    const { stdout } = await demarche(['ask', 'articles', '--format', 'csv'], { env: { DEMARCHE_KB: kb } });
    expect(stdout).toContain('The Daily Post');
  });
});

describe('why', () => {
  it('prints sentence, speaker, date, rule and confidence', async () => {
    const { stdout } = await run('why', 'Norway', 'Peru');
    expect(stdout).toContain('Norway → Peru');
    expect(stdout).toContain('“Norway on Tuesday condemned Peru over its fishing ban”');
    expect(stdout).toMatch(/- opposes condemn · .*confidence 0\.\d\d · [\w.-]+/);
  });

  it('says so where there is nothing', async () => {
    const { code, stdout } = await run('why', 'Chile', 'Norway');
    expect([code, stdout]).toEqual([0, 'Chile → Norway: nothing in this base\n']);
  });

  it('gives JSON whose spans hold in the stored text', async () => {
    const { reasons } = JSON.parse((await run('why', 'Norway', 'Peru', '--json')).stdout);
    const text = readFileSync(at('news/one.txt'), 'utf8');
    expect(reasons.length).toBeGreaterThan(0);
    for (const { quote, start, end } of reasons) expect(text.slice(start, end)).toBe(quote);
  });
});

describe('check', () => {
  it('finds a sound base sound', async () => {
    const { code, stdout } = await run('check', '--json');
    expect(JSON.parse(stdout).findings).toEqual([]);
    expect(code).toBe(0);
  });

  it('finds a quotation that is not verbatim', async () => {
    const own = at('kb-forged');
    await demarche(['build', at('news/one.txt'), '--kb', own]);
    const [text] = readdirSync(join(own, 'articles')).filter((name) => name.endsWith('.txt'));
    const path = join(own, 'articles', text!);
    writeFileSync(path, readFileSync(path, 'utf8').replace('condemned', 'applauded'));
    const { code, stdout } = await demarche(['check', '--kb', own]);
    expect(code).toBe(1);
    expect(stdout).toContain('verbatim: ');
  });

  it('reports a damaged file on one line, and everything else still works', async () => {
    const own = at('kb-damaged');
    await demarche(['build', at('news/one.txt'), at('news/two.md'), '--kb', own]);
    const [graph] = readdirSync(join(own, 'graphs')).filter((name) => name.startsWith('peru'));
    writeFileSync(join(own, 'graphs', graph!), 'GRAPH <x> { <a> <b> ');
    const asked = await demarche(['ask', 'opponents', '--kb', own]);
    expect(asked.stdout).toMatch(/Norway +Peru/);
    expect(lines(asked.stderr)).toHaveLength(1);
    expect(asked.stderr).toMatch(/peru.*\.trig:\d+: /);
    expect(asked.code).toBe(1);
    const checked = await demarche(['check', '--kb', own]);
    expect(checked.stdout).toMatch(/file: .*peru/);
    expect(checked.code).toBe(1);
    rmSync(own, { recursive: true });
  });
});

describe('export', () => {
  it.each(['turtle', 'trig', 'nquads', 'ntriples', 'jsonld'])(
    '%s: the same bytes twice, and all actors in it',
    async (format) => {
      const [one, two] = [await run('export', '--format', format), await run('export', '--format', format)];
      expect(one.stdout).toBe(two.stdout);
      for (const actor of ['NOR', 'PER', 'CHL']) expect(one.stdout).toContain(actor);
    },
  );
});
