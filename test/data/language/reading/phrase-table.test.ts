import { describe, expect, it } from 'vitest';
import { createPhraseTable } from '../../../../data/language/reading/phrase-table.js';
import { tokenise } from '../../../../data/language/reading/token.js';

const table = createPhraseTable([
  ['đón … về', 'home'],
  ['gia hạn', 'extend'],
]);
const found = (text: string): string[] => table.all(tokenise(text)).map(({ value }) => value);

describe('a table of phrases', () => {
  it('lets up to three words of any kind stand where a phrase leaves room', () => {
    expect(found('muốn đón về')).toEqual(['home']);
    expect(found('muốn đón bà nội tôi về')).toEqual(['home']);
    expect(found('đón bà nội của tôi về')).toEqual([]);
  });

  it('does not reach across the end of a clause', () => {
    expect(found('ra bến đón, bà về')).toEqual([]);
  });

  it('forgives marks left out but takes other marks in two words for another word', () => {
    expect(found('gia han giay phep')).toEqual(['extend']);
    expect(found('chuyên gia Hàn')).toEqual([]);
  });
});
