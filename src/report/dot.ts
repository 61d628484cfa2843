import { cleanLine } from './clean.ts';
import type { WritableEdge, WritableNetwork } from './network.ts';
import { numberText } from './value.ts';

/** How each sign is drawn: by colour, by line and by arrowhead. */
const STYLES: Readonly<Record<WritableEdge['sign'], string>> = {
  1: 'color="#2166ac", style=solid, arrowhead=normal',
  '-1': 'color="#b2182b", style=dashed, arrowhead=tee',
  0: 'color="#777777", style=dotted, arrowhead=open',
};

/** DOT for Graphviz (graphviz.org/doc/info/lang.html). Foes are not pulled together: their ties do not constrain ranks. */
export function dot(network: WritableNetwork): string {
  const [kind, link] = network.directed ? ['digraph', '->'] : ['graph', '--'];
  const lines = [
    `${kind} network {`,
    '  graph [overlap=false, splines=true, outputorder=edgesfirst];',
    '  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif"];',
    ...network.nodes.map((node) => `  ${quoted(node.id)} [label=${quoted(node.label)}];`),
    ...network.edges.map(
      (edge) =>
        `  ${quoted(edge.source)} ${link} ${quoted(edge.target)} [sign=${edge.sign}, weight=${numberText(edge.weight)}, positive=${numberText(edge.positive)}, negative=${numberText(edge.negative)}, ${STYLES[edge.sign]}${edge.sign < 0 ? ', constraint=false' : ''}];`,
    ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/** A quoted string; a backslash would start one of Graphviz' own escapes. */
const quoted = (text: string): string => `"${cleanLine(text).replace(/[\\"]/g, '\\$&')}"`;
