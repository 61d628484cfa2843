import type { PartialMetadata } from '../text/frontmatter.ts';
import { readMetadataFile } from '../text/frontmatter.ts';
import type { Files } from './ports.ts';

/** What a user may say of an article whose text lacks it. */
export interface UserMetadata {
  /** ISO day. */
  readonly published?: string;
  readonly outlet?: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

/** Path of the description beside an article: `story.meta.json` for `story.txt`. */
export const sidecarOf = (path: string): string => path.replace(/(\.[^./\\]+)?$/, '.meta.json');

/** What is known of an article besides its text: the file beside it first, then what the user said for all. */
export async function metadataFor(path: string | null, user: UserMetadata, files: Files): Promise<PartialMetadata> {
  const { published, outlet, language } = user;
  const said: PartialMetadata = {
    ...(published === undefined ? {} : { published }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
  };
  if (path === null) return said;
  const sidecar = sidecarOf(path);
  if ((await files.kind(sidecar)) !== 'file') return said;
  return { ...said, ...readMetadataFile(new TextDecoder().decode(await files.read(sidecar)), sidecar) };
}
