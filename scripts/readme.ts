import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KnowledgeBase } from '../src/app/knowledge-base.ts';
import type { Io } from '../src/cli/io.ts';
import { run } from '../src/cli/run.ts';

/*
 * Writes what the README shows of the sample article: the first lines of `npm run demo`, and docs/stance.svg.
 * So the README never promises what the program does not do.
 */
const LINES = 18;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'demarche-readme-'));

/** What a command line prints. */
async function printed(args: readonly string[]): Promise<string> {
  const out: string[] = [];
  const io: Io = {
    stdout: { isTerminal: false, columns: 100, write: async (text) => void out.push(text) },
    stderr: { isTerminal: false, columns: 100, write: async (text) => void process.stderr.write(text) },
    readStdin: async () => new Uint8Array(),
    env: { DEMARCHE_KB: join(folder, 'kb') },
  };
  if ((await run(args, io)) !== 0) throw new Error(`demarche ${args.join(' ')} failed`);
  return out.join('');
}

try {
  const built = await printed(['build', join(root, 'data', 'articles')]);
  const opposition = await printed(['analyze', 'opposition', '--evidence']);
  const lines = `${built.replaceAll(join(folder, 'kb'), 'kb')}${opposition}`.split('\n');
  const shown = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines;
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const block = `<!-- demo -->\n\`\`\`\n${shown.join('\n')}\n\`\`\`\n<!-- /demo -->`;
  writeFileSync(
    join(root, 'README.md'),
    readme.replace(/<!-- demo -->[\s\S]*<!-- \/demo -->/, () => block),
  );

  const base = await KnowledgeBase.open(join(folder, 'kb'));
  const { text } = await base.drawNetwork('stance', 'svg');
  writeFileSync(join(root, 'docs', 'stance.svg'), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
