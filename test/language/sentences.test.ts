import { describe, expect, it } from 'vitest';
import { sentencesOf } from './lists.ts';

describe('sentence splitter', () => {
  it.each<[string, string[]]>([
    ['It passed. It was close.', ['It passed.', 'It was close.']],
    ['“We will act,” he said. “We must.”', ['“We will act,” he said.', '“We must.”']],
    ['“It is over.” He left.', ['“It is over.”', 'He left.']],
    ['"No!" she said.', ['"No!" she said.']],
    ['"Why not?" President Alan Smith asked.', ['"Why not?" President Alan Smith asked.']],
    ['"Why not?" The room fell silent.', ['"Why not?"', 'The room fell silent.']],
    ['high risk (…). The alliance must not.', ['high risk (…).', 'The alliance must not.']],
    ['what happens (…) will follow.', ['what happens (…) will follow.']],
    ['Gen. Smith met Sen. Jones. He agreed.', ['Gen. Smith met Sen. Jones.', 'He agreed.']],
    ['He left for the U.S. The talks failed.', ['He left for the U.S.', 'The talks failed.']],
    ['The U.S. Deputy Ambassador spoke.', ['The U.S. Deputy Ambassador spoke.']],
    ['J. Smith of Acme Inc. signed.', ['J. Smith of Acme Inc. signed.']],
    ['stability in this region.. He urged calm.', ['stability in this region..', 'He urged calm.']],
    ['They waited... and waited.', ['They waited... and waited.']],
    ['He read No. 5 aloud. It failed.', ['He read No. 5 aloud.', 'It failed.']],
    ['It met at 10 a.m. It rose at noon.', ['It met at 10 a.m.', 'It rose at noon.']],
    ['1. It begins here. It ends there.', ['1. It begins here.', 'It ends there.']],
    ['“One thing. Two things.” He paused.', ['“One thing.', 'Two things.”', 'He paused.']],
    ['(It was late.) They went.', ['(It was late.)', 'They went.']],
    ['«Nunca más». He meant it.', ['«Nunca más».', 'He meant it.']],
  ])('splits %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});
