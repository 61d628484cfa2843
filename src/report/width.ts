/** Ranges of characters that take two columns (Unicode Standard Annex 11, classes W and F), in the blocks in use. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const ASCII = /^[\x20-\x7e]*$/;
const COMBINING = /\p{M}/u;

/** Columns a character takes in a terminal. */
const charWidth = (char: string): number => (COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1);

/** Columns that a line takes in a terminal. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

/** Breaks text into lines of at most `width` columns, between words where that is possible. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, width)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/ +/).flatMap((part) => pieces(part, width))) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (displayWidth(joined) <= width) current = joined;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

/** A word that is wider than the line, cut into parts. */
function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const char of word) {
    if (used + charWidth(char) > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += char;
    used += charWidth(char);
  }
  return [...parts, part];
}
