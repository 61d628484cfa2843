/**
 * Turns articles annotated between their paragraphs into gold articles: `npx tsx scripts/annotated.ts OUT FILE...`
 * writes OUT/NAME.txt and OUT/NAME.gold.json. The format stands in data/gold/train/README.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GoldActor, GoldArticle, GoldEdge, GoldEvent, GoldPosition } from '../src/evaluation/articles/gold.ts';

interface Line {
  readonly number: number;
  readonly fields: readonly string[];
  /** The paragraph above, in the text without annotation. */
  readonly start: number;
  readonly end: number;
}

interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parts text and annotation: lines that begin with `> ` belong to the paragraph above them. */
function split(source: string): { text: string; lines: Line[] } {
  let text = '';
  let start = 0;
  const lines: Line[] = [];
  source.split(/\r?\n/).forEach((row, i) => {
    if (!row.startsWith('> ')) {
      if (row.trim() !== '') start = text.length;
      text += `${row}\n`;
    } else
      lines.push({
        number: i + 1,
        fields: row
          .slice(2)
          .split(' | ')
          .map((field) => field.trim()),
        start,
        end: text.length,
      });
  });
  return { text: text.replace(/\n+$/, '\n'), lines };
}

const list = (field: string | undefined): string[] => (field && field !== '-' ? field.split(';').map((one) => one.trim()) : []);

/** Whom an actor counts for: the end of its chain of owners; a private person for nobody but himself. */
function rollUps(actors: readonly { name: string; up: string | null }[]): Map<string, string> {
  const owner = new Map(actors.map(({ name, up }) => [name, up]));
  return new Map(
    actors.map(({ name }) => {
      let at = name;
      for (let steps = 0; steps < 6 && owner.get(at); steps++) at = owner.get(at)!;
      return [name, at];
    }),
  );
}

class Article {
  readonly #file: string;
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #rollUps: Map<string, string>;

  constructor(file: string, text: string, lines: readonly Line[]) {
    this.#file = file;
    this.#text = text;
    this.#lines = lines;
    this.#rollUps = rollUps(this.#of('A').map(({ fields }) => ({ name: fields[1]!, up: fields[3] === '-' ? null : fields[3]! })));
  }

  #of(kind: string): Line[] {
    return this.#lines.filter(({ fields }) => fields[0] === kind);
  }

  #bad(line: Line, message: string): never {
    throw new Error(`${this.#file}:${line.number}: ${message}`);
  }

  #known(line: Line, name: string): string {
    return this.#rollUps.has(name) ? name : this.#bad(line, `actor "${name}" is not declared`);
  }

  #evidence(line: Line, words: string): Evidence {
    const at = this.#text.indexOf(words, line.start);
    return at < 0 || at >= line.end
      ? this.#bad(line, `"${words}" does not stand in the paragraph above`)
      : { start: at, end: at + words.length, text: words };
  }

  actors(): GoldActor[] {
    return this.#of('A').map(({ fields: [, name = '', type = '', up = '-', aliases] }) => ({
      id: name,
      name,
      type,
      aliases: list(aliases),
      affiliation: up === '-' ? null : up,
      rollup: this.#rollUps.get(name)!,
      difficulty: 'medium',
    }));
  }

  positions(): GoldPosition[] {
    return this.#of('P').map((line, i) => {
      const [, holder = '', voice = '-', target = '', polarity = '', words = '', optional] = line.fields;
      return {
        id: `P${i + 1}`,
        holder: this.#known(line, holder),
        voiced_by: voice === '-' ? null : this.#known(line, voice),
        target: { actor: this.#known(line, target), issue: '' },
        polarity,
        speech_act: '',
        evidence: this.#evidence(line, words),
        difficulty: 'medium',
        ...(optional === 'optional' ? { optional: true } : {}),
      };
    });
  }

  events(): GoldEvent[] {
    return this.#of('E').map((line, i) => {
      const [, type = '', initiators, recipients, date = '-', place = '-', factuality = '', words = '', optional] = line.fields;
      return {
        id: `V${i + 1}`,
        type,
        initiators: list(initiators).map((name) => this.#known(line, name)),
        recipients: list(recipients).map((name) => this.#known(line, name)),
        date: date === '-' ? null : date,
        place: place === '-' ? null : [place],
        factuality,
        evidence: this.#evidence(line, words),
        difficulty: 'medium',
        ...(optional === 'optional' ? { optional: true } : {}),
      };
    });
  }

  /** Every position gives its edge; one that rests on optional positions alone is optional. */
  edges(positions: readonly GoldPosition[]): GoldEdge[] {
    const edges = new Map<string, GoldPosition[]>();
    for (const one of positions) {
      const source = this.#rollUps.get(one.holder)!;
      const target = this.#rollUps.get(one.target.actor!)!;
      const key = [source, target, one.polarity].join('\t');
      if (source !== target) edges.set(key, [...(edges.get(key) ?? []), one]);
    }
    return [...edges].map(([key, all]) => {
      const [source = '', target = '', polarity = ''] = key.split('\t');
      const sure = all.filter((one) => !one.optional).length;
      return {
        source,
        target,
        polarity,
        weight: Math.max(1, sure),
        weight_min: Math.max(1, sure),
        weight_max: all.length,
        difficulty: 'medium',
        ...(sure === 0 ? { optional: true } : {}),
      };
    });
  }
}

/** @throws Error with file and line where an actor is not declared or evidence does not stand in its paragraph. */
export function parseAnnotated(file: string, source: string): { readonly text: string; readonly gold: GoldArticle } {
  const { text, lines } = split(source);
  const article = new Article(file, text, lines);
  const positions = article.positions();
  const gold: GoldArticle = {
    id: basename(file, '.txt'),
    file: basename(file),
    annotated: ['actors', 'positions', 'events', 'edges'],
    actors: article.actors(),
    statements: [],
    positions,
    events: article.events(),
    edges: article.edges(positions),
    traps: [],
  };
  return { text, gold };
}

/** One item a line, so that a change to one shows as one. */
const pretty = (gold: GoldArticle): string =>
  `${JSON.stringify(gold, (_, value) => value)
    .replaceAll('},{"id"', '},\n{"id"')
    .replaceAll('},{"source"', '},\n{"source"')}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [out, ...files] = process.argv.slice(2);
  if (!out || files.length === 0) throw new Error('usage: annotated.ts OUT FILE...');
  for (const file of files) {
    const { text, gold } = parseAnnotated(file, readFileSync(file, 'utf8'));
    writeFileSync(join(out, basename(file)), text);
    writeFileSync(join(out, basename(file).replace(/\.txt$/, '.gold.json')), pretty(gold));
  }
}
