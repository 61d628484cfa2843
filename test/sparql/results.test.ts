import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, defaultGraph, iri, langString, quad, string, typed } from '../../src/rdf/factory.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { type BindingsResult, type ResultTerm, serializeResult, tableOf } from '../../src/sparql/index.ts';
import { BASE } from './helpers.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

const rows = (...terms: readonly (ResultTerm | null)[]): BindingsResult => ({
  kind: 'bindings',
  columns: ['x'],
  rows: terms.map((term) => new Map(term ? [['x', term]] : [])),
  truncated: false,
});

/** Text as articles and people write it, with every character that means something in some format. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'",\\\n\r\t<>&\'=+-@;|#\u0000\u001b\u007f\u0085\u2028\ufffe]]> '.split('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
});

const anyTerm: fc.Arbitrary<ResultTerm> = fc.oneof(
  anyText.map((text) => string(text)),
  anyText.map((text) => langString(text, 'en-gb')),
  anyText.map((text) => typed(text, 'http://example.org/type')),
  fc.integer().map((number) => typed(String(number), `${XSD}integer`)),
  fc.constantFrom(iri('http://example.org/a?b=c&d#e'), iri('http://example.org/ü'), blank('b0')),
);

const describeTerm = (term: ResultTerm): string[] =>
  term.termType === 'Literal' ? [term.termType, term.value, term.language, term.datatype.value] : [term.termType, term.value];

describe('what is written reads back equal', () => {
  it('JSON', () => {
    fc.assert(
      fc.property(fc.array(anyTerm), (terms) => {
        const parsed = JSON.parse(serializeResult(rows(...terms), 'json'));
        const back = parsed.results.bindings.map(({ x }: { x: Record<string, string> }) => {
          if (x.type === 'uri') return ['NamedNode', x.value];
          if (x.type === 'bnode') return ['BlankNode', x.value];
          const language = x['xml:lang'] ?? '';
          const datatype = language ? 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString' : (x.datatype ?? `${XSD}string`);
          return ['Literal', x.value, language, datatype];
        });
        expect(back).toEqual(terms.map(describeTerm));
      }),
    );
  });

  it('TSV, read by a Turtle parser', () => {
    fc.assert(
      fc.property(fc.array(anyTerm), (terms) => {
        const [head, ...lines] = serializeResult(rows(...terms), 'tsv').split('\n');
        expect(head).toBe('?x');
        const turtle = lines.slice(0, -1).map((line, index) => `<http://s/${index}> <http://p> ${line} .`);
        const back = parseQuads(turtle.join('\n'), 'back.ttl').map(({ object }) => describeTerm(object as ResultTerm));
        expect(back.map(([type, value, ...rest]) => [type, type === 'BlankNode' ? 'b0' : value, ...rest])).toEqual(
          terms.map(describeTerm),
        );
      }),
    );
  });

  it('CSV, as far as CSV holds it', () => {
    fc.assert(
      fc.property(fc.array(anyText.filter((text) => text !== '')), (texts) => {
        expect(readCsv(serializeResult(rows(...texts.map(string)), 'csv'))).toEqual([['x'], ...texts.map((text) => [text])]);
      }),
    );
  });

  it('XML, except for characters that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const xml = serializeResult(rows(...texts.map(string)), 'xml');
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\r\ufffe\uffff]/);
        const back = [...xml.matchAll(/<literal>([^<]*)<\/literal>/g)].map((match) => unescapeXml(match[1]!));
        expect(back).toEqual(
          texts.map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')),
        );
        expect(xml.match(/&(?!amp;|lt;|gt;|quot;|#x[0-9A-F]+;)/)).toBeNull();
      }),
    );
  });
});

/** RFC 4180. */
const readCsv = (text: string): string[][] => {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      records.push(record);
      record = [];
    }
  }
  return records;
};

const unescapeXml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x([0-9A-F]+));/g, (_all, name: string, code?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]!,
  );

describe('the standard formats', () => {
  const result: BindingsResult = {
    kind: 'bindings',
    columns: ['a', 'b'],
    rows: [
      new Map<string, ResultTerm>([
        ['a', string('=1+1, "x"')],
        ['b', typed('2', `${XSD}integer`)],
      ]),
      new Map<string, ResultTerm>([['b', iri('http://example.org/b')]]),
      new Map(),
    ],
    truncated: false,
  };

  it('CSV leaves cells as they are and unbound ones empty', () => {
    expect(serializeResult(result, 'csv')).toBe('a,b\r\n"=1+1, ""x""",2\r\n,http://example.org/b\r\n,\r\n');
  });

  it('TSV', () => {
    expect(serializeResult(result, 'tsv')).toBe('?a\t?b\n"=1+1, \\"x\\""\t2\n\t<http://example.org/b>\n\t\n');
  });

  it('XML', () => {
    expect(serializeResult(result, 'xml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
  <head><variable name="a"/><variable name="b"/></head>
  <results>
    <result><binding name="a"><literal>=1+1, &quot;x&quot;</literal></binding><binding name="b"><literal datatype="${XSD}integer">2</literal></binding></result>
    <result><binding name="b"><uri>http://example.org/b</uri></binding></result>
    <result></result>
  </results>
</sparql>
`);
  });

  it('ASK', () => {
    const yes = { kind: 'boolean', value: true } as const;
    expect(JSON.parse(serializeResult(yes, 'json'))).toEqual({ head: {}, boolean: true });
    expect(serializeResult(yes, 'xml')).toContain('<boolean>true</boolean>');
  });

  it('CONSTRUCT', () => {
    const quads = [quad(iri(`${BASE}actor/A`), iri(`${BASE}p`), string('x'), defaultGraph())];
    const built = { kind: 'quads', quads, truncated: false } as const;
    expect(serializeResult(built, 'ntriples')).toBe(`<${BASE}actor/A> <${BASE}p> "x" .\n`);
    expect(serializeResult(built, 'turtle', BASE)).toContain('actor:A');
  });

  const misfits = [
    ['turtle', result],
    ['csv', { kind: 'boolean', value: true }],
    ['json', { kind: 'quads', quads: [], truncated: false }],
  ] as const;
  it.each(misfits)('%s refuses what it cannot hold', (format, given) => {
    expect(() => serializeResult(given, format)).toThrow(expect.objectContaining({ kind: 'usage' }));
  });
});

describe('the table', () => {
  it('has numbers and truth values as such, and short names for IRIs', () => {
    const table = tableOf(
      rows(
        typed('2', `${XSD}integer`),
        typed('0.50', `${XSD}decimal`),
        typed('123456789012345678901', `${XSD}integer`),
        typed('true', `${XSD}boolean`),
        typed('2024-07-11', `${XSD}date`),
        iri(`${BASE}actor/FRA`),
        iri(`${BASE}actor/a/b`),
        iri('http://example.org/x'),
        null,
      ),
      BASE,
    );
    expect(table.rows.flat()).toEqual([
      2,
      0.5,
      '123456789012345678901',
      true,
      '2024-07-11',
      'actor:FRA',
      `${BASE}actor/a/b`,
      'http://example.org/x',
      null,
    ]);
  });
});
