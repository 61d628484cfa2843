/** Writes to the base named on the command line until it is killed. */
import { sha256 } from '../../src/rdf/iris.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import { openBase } from '../../src/store/base.ts';
import { writeBase } from '../../src/store/writer.ts';
import { input, options } from '../rdf/fixture.ts';

const base = await openBase(process.argv[2]!);
await writeBase(base, async (writer) => {
  for (let round = 0; ; round++) {
    const name = `article-${round % 5}`;
    const document = { ...input.document, id: name, sha256: sha256(name), title: `round ${round}` };
    await writer.putArticle(document, toQuads({ ...input, document }, options), String(round));
    if (round % 7 === 6) await writer.removeArticle(`article-${round % 3}`);
    if (round === 0) process.stdout.write('writing\n');
  }
});
