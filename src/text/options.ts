import type { OpeningDateline } from './dateline.ts';
import type { NewsWords } from './words.ts';

/** How to read a file. The metadata given here fill what the text does not state. */
export interface ReadOptions {
  /** File name, for messages and to tell the format. */
  readonly name: string;
  /** Default: Markdown for `.md` and `.markdown`, else plain text. */
  readonly format?: 'txt' | 'md' | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly agencies?: readonly string[] | undefined;
  readonly page?: string | undefined;
  /** ISO day. */
  readonly published?: string | undefined;
  /** BCP 47 tag; default `en`. */
  readonly language?: string | undefined;
  /** Tells whether a name is one of a place, to recognise datelines ("Beijing. …") surely. */
  readonly isPlaceName?: ((name: string) => boolean) | undefined;
  /** Is told what the user should know: a guessed encoding, a fallback. */
  readonly onNote?: ((note: string) => void) | undefined;
  /** Words of mastheads, bylines and dates; default: those shipped. */
  readonly words?: NewsWords | undefined;
}

/** The dateline that opens the story, and where its paragraph begins. */
export interface Opening {
  readonly dateline: OpeningDateline;
  readonly offset: number;
}
