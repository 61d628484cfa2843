import { describe, expect, it } from 'vitest';
import { loadFrames } from '../../src/lexicon/frames.ts';
import { PLOVER_TYPES, SPEECH_ACTS } from '../../src/model/extraction.ts';
import { shipped, shippedFiles } from './shipped-frames.ts';

const all = [...new Set([...shipped.frames.values()].flat())];

/** First frame of a word whose constraints are among the words given ("prt=out"); presence alone as "obl:against". */
function pick(key: string, ...present: string[]): (typeof all)[number] | undefined {
  const words = new Map(present.map((part) => part.split('=') as [string, string | undefined]));
  return shipped.frames
    .get(key)
    ?.find(({ constraints }) =>
      constraints.every(({ slot, lemmas }) => words.has(slot) && (lemmas.size === 0 || lemmas.has(words.get(slot) ?? ''))),
    );
}

describe('shipped frames', () => {
  it('are broad enough', () => {
    expect(all.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(all.map(({ lemma }) => lemma)).size).toBeGreaterThanOrEqual(900);
    expect([...shipped.evaluations.keys()].length).toBeGreaterThanOrEqual(1500);
    expect([...shipped.operators.keys()].length).toBeGreaterThanOrEqual(350);
    expect([...shipped.cues.values()].flat().length).toBeGreaterThanOrEqual(300);
    expect(shipped.topics.size).toBeGreaterThanOrEqual(100);
    expect(shipped.loadedTerms.size).toBeGreaterThanOrEqual(100);
  });

  it('cover every event type and every speech act', () => {
    expect([...new Set(all.map(({ plover }) => plover))].filter(Boolean).sort()).toEqual([...PLOVER_TYPES].sort());
    expect([...new Set(all.map(({ act }) => act))].filter(Boolean).sort()).toEqual([...SPEECH_ACTS].sort());
  });

  it.each<[string, string[], Record<string, unknown>]>([
    ['accuse/V', [], { act: 'accuse', polarity: 'oppose', target: ['obj'], plover: 'ACCUSE' }],
    ['blame/V', [], { target: ['obj'] }],
    ['blame/V', ['obl:on'], { target: ['obl:on'], content: ['obj'] }],
    ['warn/V', ['obj'], { act: 'warn', target: ['obj'], plover: 'THREATEN' }],
    ['warn/V', ['obl:against'], { target: ['obl:against'] }],
    ['speak/V', ['prt=out', 'obl:against'], { act: 'criticize', polarity: 'oppose', target: ['obl:against'] }],
    ['take/V', ['obj=issue'], { act: 'criticize', target: ['obl:with'] }],
    ['take/V', ['obj=hostage'], { act: null, plover: 'ASSAULT', mode: 'abduct' }],
    ['line/V', ['obl:behind', 'prt=up'], { act: 'endorse', polarity: 'support', plover: 'SUPPORT' }],
    ['turn/V', ['obj=back'], { act: 'reject', target: ['obl:on'] }],
    ['refuse/V', ['xcomp=sign'], { act: 'refuse', plover: 'REJECT' }],
    ['refuse/V', ['xcomp=comment'], { polarity: 'neutral', target: [], plover: null }],
    ['decline/V', ['xcomp=comment'], { polarity: 'neutral', target: [], plover: null }],
    ['urge/V', ['xcomp=share', 'obj'], { act: 'urge', polarity: 'neutral', plover: 'REQUEST' }],
    ['urge/V', ['xcomp=stop'], { act: 'urge', polarity: 'oppose' }],
    ['call/V', ['obl:on', 'xcomp=withdraw'], { polarity: 'oppose', target: ['obl:on'], plover: 'REQUEST' }],
    ['call/V', ['obl:for=sanction'], { polarity: 'oppose' }],
    ['support/V', [], { polarity: 'support', target: ['obj'] }],
    ['support/V', ['obj=sanction'], { polarity: 'oppose', target: ['obl:against', 'obl:on'] }],
    ['back/V', ['prt=down'], { act: null, plover: 'CONCEDE' }],
    ['vow/V', ['xcomp=help'], { act: 'pledge', plover: 'AGREE' }],
    ['vow/V', ['xcomp=punish'], { act: 'threaten', plover: 'THREATEN' }],
    ['summon/V', ['obj=ambassador'], { plover: 'ACCUSE' }],
    ['recall/V', ['obj=ambassador'], { plover: 'SANCTION', mode: 'withdraw' }],
    ['lift/V', ['obj=sanction'], { plover: 'RETREAT', mode: 'ease' }],
    ['declare/V', ['obj=ceasefire'], { plover: 'CONCEDE' }],
    ['hold/V', ['obj=exercise'], { plover: 'MOBILIZE', mode: 'troops' }],
    ['hold/V', ['obj=exercise', 'obl:with'], { plover: 'COOPERATE', reciprocal: true }],
    ['hold/V', ['obj=talk'], { plover: 'CONSULT', reciprocal: true }],
    ['sign/V', ['obj=treaty'], { plover: 'SUPPORT', reciprocal: true }],
    ['agree/V', ['obl:with'], { act: 'endorse', polarity: 'support' }],
    ['agree/V', ['xcomp=meet'], { plover: 'AGREE', mode: 'meet' }],
    ['supply/V', ['obj=missile'], { plover: 'AID' }],
    ['veto/V', [], { plover: 'REJECT' }],
    ['extradite/V', [], { plover: 'COOPERATE' }],
    ['strike/V', ['obj'], { plover: 'ASSAULT' }],
    ['strike/V', ['subj=teacher'], { plover: 'PROTEST', mode: 'strike' }],
    ['use/V', ['obj=gas'], { plover: 'ASSAULT', mode: 'crowd-control' }],
    ['against/A', [], { act: 'reject', polarity: 'oppose', holder: ['arg'] }],
    ['critical/A', ['obl:of'], { polarity: 'oppose', target: ['obl:of'] }],
    ['opposed/A', ['obl:to'], { polarity: 'oppose', target: ['obl:to'] }],
    ['opposition/N', ['nmod:to'], { polarity: 'oppose', plover: 'REJECT' }],
    ['operation/N', ['amod=military'], { act: null, plover: 'ASSAULT' }],
    ['exercise/N', ['amod=joint'], { plover: 'COOPERATE', reciprocal: true }],
    ['exercise/N', ['amod=military'], { plover: 'MOBILIZE' }],
    ['withdrawal/N', ['nmod:of=troop'], { plover: 'RETREAT', mode: 'withdraw' }],
    ['withdrawal/N', ['nmod:from=pact'], { plover: 'SANCTION', mode: 'withdraw' }],
    ['alarm/V', [], { holder: ['obj'], target: ['subj'], act: 'express-concern' }],
  ])('%s with %j', (key, present, expected) => {
    expect(pick(key, ...present)).toMatchObject(expected);
  });

  it.each(['opposition/N', 'charge/N', 'critical/A', 'meet/A', 'comment/V'])('%s alone says nothing', (key) => {
    expect(pick(key)).toBeUndefined();
  });

  it.each([
    ['criticise/V', 'criticize/V'],
    ['mobilise/V', 'mobilize/V'],
    ['defence/N', 'defense/N'],
    ['manoeuvre/N', 'maneuver/N'],
  ])('%s and %s are one word', (british, american) => {
    expect(shipped.frames.get(british)).toEqual(shipped.frames.get(american));
  });

  it('list the most specific frame first', () => {
    const weights = shipped.frames
      .get('call/V')!
      .map(({ constraints }) => constraints.reduce((sum, { lemmas }) => sum + (lemmas.size > 0 ? 2 : 1), 0));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights[0]).toBeGreaterThan(weights.at(-1)!);
  });
});

describe('other look-ups', () => {
  it.each([
    ['refuse/V', 'negate'],
    ['stop/V', 'reverse'],
    ['no longer/ADV', 'cease'],
    ['stop short of/V', 'cease'],
    ['will/AUX', 'plan'],
    ['could/AUX', 'possible'],
    ['seek/V', 'attempt'],
    ['begin/V', 'aspect'],
    ['allegedly/ADV', 'allege'],
    ['deny/V', 'deny'],
    ['voice/V', 'light'],
    ['carry out/V', 'light'],
    ['refusal/N', 'negate'],
    ['organize/V', 'light'],
  ])('%s has the effect %s', (key, effect) => {
    expect(shipped.operators.get(key)?.effect).toBe(effect);
  });

  it.each([
    ['regrettable/A', 'oppose', 'quality'],
    ['baseless/A', 'oppose', 'quality'],
    ['blackmail/N', 'oppose', 'quality'],
    ['threat/N', 'oppose', 'harm'],
    ['escalate/V', 'oppose', 'harm'],
    ['destabilize/V', 'oppose', 'harm'],
    ['constructive/A', 'support', 'quality'],
    ['victory/N', 'support', 'quality'],
    ['protect/V', 'support', 'benefit'],
    ['illegally/ADV', 'oppose', 'quality'],
  ])('%s is %s, %s', (key, polarity, kind) => {
    expect(shipped.evaluations.get(key)).toMatchObject({ polarity, kind });
  });

  it('tells the addressee of "tell" from its content', () => {
    const tell = shipped.cues.get('tell/V')?.[0];
    expect(tell?.speaker).toEqual(['subj']);
    expect(tell?.content).toContain('ccomp');
    expect(tell?.content).not.toContain('obj');
  });

  it('knows words that need quotation marks', () => {
    expect(shipped.cues.get('laugh/V')?.[0]?.use).toBe('quote');
    expect(shipped.cues.get('say/V')?.[0]?.use).toBe('any');
    expect(shipped.cues.get('according to/P')?.[0]?.speaker).toEqual(['obj']);
  });

  it('has a parent topic for alliance expansion with a leaf for each direction', () => {
    const leaves = [...shipped.topics.values()].filter(({ broader }) => broader === 'alliance-expansion');
    expect(leaves.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['alliance-expansion-asia-pacific', 'alliance-expansion-east']),
    );
    expect(shipped.topics.get('alliance-expansion')?.broader).toBeNull();
  });

  it('gives keywords in both spellings', () => {
    expect(shipped.topics.get('defence-spending')?.keywords).toEqual(
      expect.arrayContaining(['defence spending', 'defense spending']),
    );
  });
});

describe("an analyst's own tables", () => {
  const header = shippedFiles
    .find(({ name }) => name.endsWith('speech.tsv'))!
    .text.split('\n')
    .find((row) => row.startsWith('id\t'));
  const own = {
    name: 'kb/lexicon/frames/own.tsv',
    text: [
      header,
      'veto.v.1\tveto\tV\t\tsubj\tobj\t\tcondemn\toppose\t0.9\t\t\t\thigh\tMali vetoed it.',
      'grimace.v.1\tgrimace\tV\tobl:at\tsubj\tobl:at\t\tcriticize\toppose\t0.4\t\t\t\twide\tMali grimaced at it.',
    ].join('\n'),
  };
  const words = {
    name: 'kb/lexicon/cues/evaluations.tsv',
    text: 'lemma\tpos\tpolarity\tstrength\tkind\nregrettable\tA\tsupport\t0.1\tquality\n',
  };
  const extended = loadFrames([...shippedFiles, own, words]);

  it('replace rows of the same id and add others', () => {
    expect(extended.frames.get('veto/V')).toMatchObject([{ act: 'condemn', plover: null }]);
    expect(extended.frames.get('grimace/V')).toMatchObject([{ target: ['obl:at'] }]);
    expect(extended.evaluations.get('regrettable/A')?.polarity).toBe('support');
    expect([...new Set([...extended.frames.values()].flat())].length).toBe(all.length + 1);
  });
});
