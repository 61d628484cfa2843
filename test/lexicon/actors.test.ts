import { describe, expect, it } from 'vitest';
import { actorLexicon, readings } from './shipped-actors.ts';

const { actors, names, adjectives } = actorLexicon;
const all = [...actors.values()];
const ofType = (...types: string[]) => all.filter(({ type }) => types.includes(type));
const inFile = (file: string) => all.filter(({ source }) => source.file.endsWith(`/${file}.tsv`));

describe('states', () => {
  const states = inFile('states');

  it('are all there, each with codes, adjective and capital', () => {
    expect(states.length).toBeGreaterThanOrEqual(193 + 2);
    const kinds = new Map<string, Set<string>>();
    for (const { actor, kind } of [...names.values()].flat()) kinds.set(actor, (kinds.get(actor) ?? new Set()).add(kind));
    const lacking = states.filter(({ id, iso2, iso3 }) => {
      const city = kinds.get(id)?.has('capital') || ['MCO', 'SMR', 'SGP', 'VAT'].includes(id);
      return iso2 === null || iso3 !== id || !adjectives.has(id) || !city;
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('carry a Correlates of War number if they are members of the United Nations', () => {
    const without = states.filter(({ cow }) => cow === null).map(({ id }) => id);
    expect(without.sort()).toEqual(['COK', 'ESH', 'NIU', 'PSE', 'VAT']);
  });
});

it('lists enough of each kind', () => {
  expect(ofType('igo').length + inFile('organisations').filter(({ type }) => type !== 'igo').length).toBeGreaterThanOrEqual(300);
  expect(ofType('igo').length).toBeGreaterThanOrEqual(150);
  expect(ofType('party').length).toBeGreaterThanOrEqual(150);
  expect(ofType('media').length).toBeGreaterThanOrEqual(150);
  expect(ofType('company').length).toBeGreaterThanOrEqual(100);
  expect(ofType('armed_group').length).toBeGreaterThanOrEqual(80);
});

describe('name forms', () => {
  it.each([
    ['US', ['USA:acronym']],
    ['U.S.', ['USA:acronym']],
    ['U.S.A.', ['USA:acronym']],
    ['the United States', ['USA:name']],
    ['America', ['USA:name']],
    ['Washington', ['USA:capital']],
    ['White House', ['USA:seat']],
    ['Britain', ['GBR:name']],
    ['U.K.', ['GBR:acronym']],
    ['Downing Street', ['GBR:seat']],
    ['British', ['GBR:demonymAdjective']],
    ['Türkiye', ['TUR:name']],
    ['Turkiye', ['TUR:name']],
    ['Turkey', ['TUR:name']],
    ['Élysée', ['FRA:seat']],
    ['Elysee', ['FRA:seat']],
    ['the Kremlin', ['RUS:seat']],
    ['The Hague', ['NLD:capital']],
    ['Kiev', ['UKR:capital']],
    ['DPRK', ['PRK:acronym']],
    ['North Korean', ['PRK:demonymAdjective', 'PRK:demonymNoun']],
    ['Korea', ['KOR:name']],
    ['Nigerien', ['NER:demonymAdjective', 'NER:demonymNoun']],
    ['Nigerian', ['NGA:demonymAdjective', 'NGA:demonymNoun']],
    ['Congo', ['COD:name', 'COG:name']],
    ['Dominican', ['DOM:demonymAdjective', 'DOM:demonymNoun', 'DMA:demonymAdjective', 'DMA:demonymNoun']],
    ['Georgia', ['GEO:name', 'us-georgia:name']],
    ['Guinea', ['GIN:name']],
    ['Emirates', ['ARE:name']],
    ['Singapore', ['SGP:name']],
    ['Brussels', ['eu:capital', 'BEL:capital']],
    ['Ivory Coast', ['CIV:name']],
    ["Cote d'Ivoire", ['CIV:name']],
    ['Côte d’Ivoire', ['CIV:name']],
    ['Holy See', ['VAT:name']],
    ['Republic of China', ['TWN:name']],
    ['the Solomons', ['SLB:name']],
    ['Turkish Cypriots', ['northern-cyprus:demonymNoun']],
    ['NATO', ['nato:name']],
    ['N.A.T.O.', ['nato:acronym']],
    ['North Atlantic Treaty Organization', ['nato:name']],
    ['U.N. Security Council', ['un-security-council:name']],
    ['E.U.', ['eu:acronym']],
    ['OPEC+', ['opec-plus:name']],
    ['World Health Organization', ['who:name']],
    ['Foggy Bottom', ['us-state-department:seat']],
    ['Quai d’Orsay', ['fr-foreign-ministry:seat']],
    ['Pentagon', ['us-defense-department:name']],
    ['Revolutionary Guards', ['ir-irgc:name']],
    ['RSF', ['rsf:acronym', 'rsf-reporters:acronym']],
    ['Houthi rebels', ['houthis:name']],
    ['Agence France-Presse', ['afp:name']],
    ['White Helmets', ['white-helmets:name']],
  ])('%s', (surface, expected) => expect(readings(surface)).toEqual(expected));

  it.each(['Hindu', 'National', 'Time', 'States', 'Nations', 'Times', 'Commission', 'Council', 'alliance', 'us', 'eu'])(
    '%s names nobody',
    (surface) => expect(readings(surface)).toEqual([]),
  );

  it('say why a metonym stands for its actor', () => {
    const reason = (form: string) => names.get(form)?.map((entry) => entry.reason);
    expect(reason('Hague')).toEqual(['capital of the Netherlands']);
    expect(reason('Brussels')).toEqual(['seat of the European Union', 'capital of Belgium']);
    expect(reason('Kremlin')).toEqual(['seat of Russia']);
    expect(reason('NATO')).toEqual([null]);
  });

  it('give the adjective that names a body', () => {
    expect(['CHN', 'USA', 'KOR', 'NLD', 'ARE', 'SLB'].map((id) => adjectives.get(id))).toEqual([
      'Chinese',
      'US',
      'South Korean',
      'Dutch',
      'Emirati',
      'Solomon Islands',
    ]);
  });
});

it('decides these shared names and acronyms, and no others, by priority', () => {
  const shared = [...names]
    .map(([form, entries]) => ({ form, proper: entries.filter(({ kind }) => kind === 'name' || kind === 'acronym') }))
    .filter(({ form, proper }) => proper.length > 1 && !form.includes('.'))
    .map(({ form, proper }) => `${form}: ${proper.map(({ actor }) => actor).join(', ')}`);
  expect(shared.sort()).toEqual([
    'CSIS: csis, ca-csis',
    'Congo: COD, COG',
    'EEC: eu, eurasian-economic-commission',
    'Georgia: GEO, us-georgia',
    'PAP: sg-pap, pap',
    'PTI: pk-pti, pti',
    'Punjab: punjab-in, punjab-pk',
    'RSF: rsf, rsf-reporters',
    'SDF: sdf-syria, jp-sdf',
    'SPA: spa-saudi, kp-spa',
    'Sabah: sabah, daily-sabah',
  ]);
});

describe('roll-up', () => {
  it.each([
    ['european-commission', 'eu', null],
    ['unficyp', 'un', null],
    ['un-security-council', null, null],
    ['iaea', null, null],
    ['us-state-department', 'USA', 'USA'],
    ['il-idf', 'ISR', 'ISR'],
    ['qassam', 'hamas', 'PSE'],
    ['kcna', 'PRK', 'PRK'],
    ['tass', null, 'RUS'],
    ['ge-dream', null, 'GEO'],
    ['CHN', null, 'CHN'],
  ])('%s', (id, rollsUpTo, country) => {
    const actor = actors.get(id);
    expect([actor?.rollsUpTo, actor?.country]).toEqual([rollsUpTo, country]);
  });
});
