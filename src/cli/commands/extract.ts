import { Command, Option } from 'commander';
import type { UserMetadata } from '../../app/metadata.ts';
import { extractorOption, jsonOption, metadataOptions, modelOf, quietOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options extends UserMetadata {
  readonly extractor?: string;
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly quiet?: boolean;
}

/** `demarche extract FILE`: one article, nothing stored. */
export function extractCommand(session: Session): Command {
  const command = new Command('extract')
    .description('read one article and print what it says; nothing is stored')
    .argument('<file>', 'text or Markdown file, or - for stdin')
    .action((file: string, options: Options) => extract(session, file, options));
  return withOptions(
    command,
    [
      new Option('--explain', 'how each sentence was read: tree, mentions, rules that fired or nearly did'),
      jsonOption(),
      ...metadataOptions(),
      extractorOption(),
      quietOption(),
    ],
    [
      ['demarche extract article.txt', 'a sheet to read'],
      ['demarche extract article.txt --explain', 'why each claim is there, and why others are not'],
      ['demarche extract article.txt --json', 'JSON (docs/extraction.schema.json)'],
      ['demarche extract - --published 2024-07-11 < article.txt', 'from stdin, with a date the text lacks'],
      ['demarche extract a.txt --extractor openai:http://localhost:8080/v1#NAME', 'read by a language model'],
    ],
  );
}

async function extract(session: Session, file: string, options: Options): Promise<void> {
  session.quiet = options.quiet === true;
  const { extractFile } = await import('../../app/extract.ts');
  const explained = options.explain === true;
  const { document, extraction, sentences } = await extractFile(file, {
    metadata: options,
    explained,
    model: await modelOf(session, options),
    readStdin: () => session.io.readStdin(),
    onNote: (note) => void session.say(`note: ${note}`),
  });
  if (options.json) return session.printJson(explained ? { ...extraction, explanation: sentences } : extraction);
  if (explained) {
    const { explanationSheet } = await import('../render/explanation.ts');
    return session.print(explanationSheet(document, extraction, sentences, session.colours));
  }
  const { Sheet } = await import('../render/sheet.ts');
  await session.print(new Sheet(document, extraction, session.colours).render());
}
