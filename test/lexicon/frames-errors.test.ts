import { describe, expect, it } from 'vitest';
import { loadFrames } from '../../src/lexicon/frames.ts';
import type { DataFile } from '../../src/lexicon/tsv.ts';
import { DemarcheError } from '../../src/model/errors.ts';

const HEADER =
  'id\tlemma\tpos\tconstraints\tholder\ttarget\tcontent\tact\tpolarity\tstrength\tplover\tmode\treciprocal\ttier\texample';
const GOOD = {
  id: 'slam.v.1',
  lemma: 'slam',
  pos: 'V',
  constraints: '',
  holder: 'subj',
  target: 'obj',
  content: '',
  act: 'criticize',
  polarity: 'oppose',
  strength: '0.8',
  plover: 'ACCUSE',
  mode: '',
  reciprocal: '',
  tier: 'high',
  example: 'Mali slammed Niger.',
};
const line = (change: Partial<typeof GOOD> = {}): string => Object.values({ ...GOOD, ...change }).join('\t');
const table = (folder: string, name: string, ...lines: string[]): DataFile => ({
  name: `data/${folder}/${name}.tsv`,
  text: `${lines.join('\n')}\n`,
});
const frames = (...lines: string[]): DataFile => table('frames', 'speech', HEADER, ...lines);

function failure(files: readonly DataFile[]): string {
  try {
    loadFrames(files);
  } catch (error) {
    if (error instanceof DemarcheError) return `${error.location?.file}:${error.location?.line} ${error.kind} ${error.message}`;
    throw error;
  }
  return 'no error';
}

describe('a row that the tables do not allow is refused with file and line', () => {
  it.each<[string, Partial<typeof GOOD>]>([
    ['unknown slot "subject"', { holder: 'subject' }],
    ['unknown slot "obl:"', { target: 'obl:' }],
    ['unknown slot "obl:At"', { target: 'obl:At' }],
    ['unknown slot "ccomp.verb"', { content: 'ccomp.verb' }],
    ['unknown slot "particle"', { constraints: 'particle=out' }],
    ['constraint "prt=" is not', { constraints: 'prt=' }],
    ['constraint "prt=out=up" is not', { constraints: 'prt=out=up' }],
    ['empty word in "out|"', { constraints: 'prt=out|' }],
    ['unknown class "@guns"', { constraints: 'obj=@guns' }],
    ['column "act" holds "slam"', { act: 'slam' }],
    ['column "polarity" holds "against"', { polarity: 'against' }],
    ['column "plover" holds "FIGHT"', { plover: 'FIGHT' }],
    ['column "pos" holds "VERB"', { pos: 'VERB' }],
    ['column "tier" holds "low"', { tier: 'low' }],
    ['column "strength" holds "2"', { strength: '2' }],
    ['column "strength" holds "much"', { strength: 'much' }],
    ['column "reciprocal" holds "no"', { reciprocal: 'no' }],
    ['a position needs a strength', { strength: '' }],
    ['act and polarity go together', { polarity: '' }],
    ['neither a position nor an event', { act: '', polarity: '', plover: '' }],
    ['column "holder" is empty', { holder: '' }],
    ['mode "visit" does not belong', { mode: 'visit' }],
    ['id "slam" is malformed', { id: 'slam' }],
    ['id "slam.n.1" is malformed', { id: 'slam.n.1' }],
    ['column "example" is empty', { example: '' }],
  ])('%s', (message, change) => {
    const found = failure([frames(line({ id: 'hail.v.1', lemma: 'hail' }), line(change))]);
    expect(found).toContain(message);
    expect(found).toMatch(/^data\/frames\/speech\.tsv:3 lexicon /);
  });

  it('a repeated id, also in another table', () => {
    expect(failure([frames(line()), table('frames', 'more', HEADER, '# again', line())])).toContain(
      'data/frames/more.tsv:3 lexicon "slam.v.1" is listed twice',
    );
  });

  it('classes in a circle, also when no frame uses them', () => {
    const classes = table('frames', 'classes', 'class\tlemmas', 'arms\tgun|@ships', 'ships\tboat|@arms');
    expect(failure([classes])).toMatch(/^data\/frames\/classes\.tsv:2 lexicon class "arms" contains itself/);
  });

  it.each([
    [
      'unknown effect',
      table('cues', 'operators', 'lemma\tpos\teffect\texample', 'stop\tV\tundo\tx'),
      'column "effect" holds "undo"',
    ],
    [
      'an operator twice',
      table('cues', 'operators', 'lemma\tpos\teffect\texample', 'a\tV\tplan\tx', 'a\tV\tdeny\tx'),
      '"a/V" is listed twice',
    ],
    [
      'unknown kind',
      table('cues', 'evaluations', 'lemma\tpos\tpolarity\tstrength\tkind', 'bad\tA\toppose\t0.5\tworse'),
      'holds "worse"',
    ],
    [
      'neutral evaluation',
      table('cues', 'evaluations', 'lemma\tpos\tpolarity\tstrength\tkind', 'so\tA\tneutral\t0.5\tharm'),
      'holds "neutral"',
    ],
    [
      'cue without speaker',
      table('cues', 'reporting', 'lemma\tpos\tconstraints\tspeaker\tcontent\tuse\texample', 'say\tV\t\t\tccomp\tany\tx'),
      '"speaker" is empty',
    ],
    ['term in capitals', table('cues', 'loaded-terms', 'term\tnote', 'Regime\tx'), 'is not lower-case'],
    [
      'unknown broader topic',
      table('topics', 'topics', 'id\tlabel\tbroader\tkeywords', 'a\tA\tb\tx'),
      'unknown broader topic "b"',
    ],
    [
      'third level',
      table('topics', 'topics', 'id\tlabel\tbroader\tkeywords', 'a\tA\t\tx', 'b\tB\ta\tx', 'c\tC\tb\tx'),
      'third level',
    ],
    ['topic id', table('topics', 'topics', 'id\tlabel\tbroader\tkeywords', 'A b\tA\t\tx'), 'malformed'],
    ['topic label twice', table('topics', 'topics', 'id\tlabel\tbroader\tkeywords', 'a\tA\t\tx', 'b\tA\t\ty'), 'two topics'],
    ['keyword in capitals', table('topics', 'topics', 'id\tlabel\tbroader\tkeywords', 'a\tA\t\tNato'), 'is not lower-case'],
    ['unknown column', table('frames', 'spelling', 'british\tamerican\tirish', 'a\tb\tc'), 'unknown column "irish"'],
    ['spelling twice', table('frames', 'spelling', 'british\tamerican', 'a\tb', 'c\tb'), 'has a spelling already'],
  ])('%s', (_name, file, message) => {
    const found = failure([file]);
    expect(found).toContain(message);
    expect(found).toMatch(new RegExp(`^${file.name}:\\d+ lexicon `));
  });

  it('a misspelt table', () => {
    expect(failure([table('cues', 'operator', 'lemma\tpos\teffect\texample')])).toContain('no table is called "operator"');
  });
});
