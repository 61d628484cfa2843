/** C0 and C1 controls (tab and line feed apart), deletes, and the marks that reorder text on a screen. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text that a terminal shows and does not obey: every control character becomes a visible replacement. */
export const cleanText = (text: string): string => text.replace(/\r\n/g, '\n').replace(CONTROLS, '\uFFFD');

/** The same on one line: runs of white space become one space. */
export const cleanLine = (text: string): string => cleanText(text.replace(/\s+/g, ' ')).trim();

/** JSON in which no control character stands bare; the values are unchanged. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
