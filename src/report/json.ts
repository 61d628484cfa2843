/** Characters that JSON may hold bare but that a terminal or a script in a page would obey. */
const BARE = /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Indented JSON with a line break at its end. Values are unchanged; control characters stand as \uXXXX. */
export const json = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(BARE, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
