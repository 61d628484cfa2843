/** C0 and C1 controls (tab and line feed apart), delete, and the marks that reorder or hide text on a screen. */
const CONTROLS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text that a terminal shows and does not obey: control characters, escape sequences' first characters, marks of
 * writing direction and halves of surrogate pairs become U+FFFD.
 */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, '\uFFFD').replace(LONE_SURROGATES, '\uFFFD');

/** The same on one line: runs of white space become one space. */
export const cleanLine = (text: string): string => cleanText(text.replace(/\s+/g, ' ')).trim();

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML content and attributes. What XML 1.0 cannot hold (section 2.2) is replaced, not dropped. */
export const xmlText = (text: string): string =>
  cleanText(text)
    .replace(/[\ufffe\uffff]/g, '\uFFFD')
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!)
    .replace(/[\t\n]/g, (char) => `&#${char.charCodeAt(0)};`);
