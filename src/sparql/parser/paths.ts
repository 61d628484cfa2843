import type { Node } from '../push-down/node.ts';
import { RDF_LIST, type TokenReader } from './reader.ts';

/* Property paths (SPARQL 1.1, section 9; grammar rules 88 to 96). */

const link = (reader: TokenReader): Node => ({
  type: 'link',
  iri: reader.word('a') ? RDF_LIST.type : reader.iri(),
});

const MODIFIERS: Readonly<Record<string, string>> = { '?': 'ZeroOrOnePath', '*': 'ZeroOrMorePath', '+': 'OneOrMorePath' };

const primary = (reader: TokenReader): Node => {
  if (reader.sign('!')) return negated(reader);
  if (!reader.sign('(')) return link(reader);
  const inner = reader.nested(() => pathOf(reader));
  reader.expectSign(')');
  return inner;
};

const element = (reader: TokenReader): Node => {
  if (reader.sign('^')) return { type: 'inv', path: element(reader) };
  const path = primary(reader);
  const type = reader.peek().kind === 'sign' ? MODIFIERS[reader.peek().text] : undefined;
  if (type === undefined) return path;
  reader.take();
  return { type, path };
};

/** What stands behind `!`: a set of IRIs against the arrow, or with it, or both. */
const negated = (reader: TokenReader): Node => {
  const forward: unknown[] = [];
  const backward: unknown[] = [];
  const one = (): void => {
    const side = reader.sign('^') ? backward : forward;
    side.push(link(reader).iri);
  };
  if (reader.sign('(')) {
    if (!reader.isSign(')')) {
      do one();
      while (reader.sign('|'));
    }
    reader.expectSign(')');
  } else one();
  const inverse: Node = { type: 'inv', path: { type: 'nps', iris: backward } };
  if (backward.length === 0) return { type: 'nps', iris: forward };
  return forward.length === 0 ? inverse : { type: 'alt', input: [{ type: 'nps', iris: forward }, inverse] };
};

const several = (reader: TokenReader, sign: string, type: string, part: (reader: TokenReader) => Node): Node => {
  const parts = [part(reader)];
  while (reader.sign(sign)) parts.push(part(reader));
  return parts.length === 1 ? parts[0]! : { type, input: parts };
};

/** A path, of one link or more. */
export const pathOf = (reader: TokenReader): Node => several(reader, '|', 'alt', (inner) => several(inner, '/', 'seq', element));
