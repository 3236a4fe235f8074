import { describe, expect, it } from 'vitest';
import { FeedbackForm, faultsOf } from '../../../../web/public/feedback/feedback-form.js';
import type { FeedbackFaults } from '../../../../web/public/feedback/feedback-form.js';

const read = (fields: Record<string, string>) => FeedbackForm.parse(fields);
const faults = (fields: Record<string, string>): FeedbackFaults => {
  const parsed = FeedbackForm.safeParse(fields);
  return parsed.success ? {} : faultsOf(parsed.error);
};

describe('the posted feedback form', () => {
  it('reads what was typed, cleaned, and leaves out what was not', () => {
    expect(
      read({ form: 'file', kind: 'delay', text: '  Chờ lâu\r\nquá\u200B ', dossier: '', reach: '' }),
    ).toEqual({
      kind: 'delay',
      text: 'Chờ lâu\nquá',
      dossierCode: null,
      contact: null,
      insists: false,
    });
  });

  it('reads a dossier code with slips, and a contact with consent', () => {
    expect(
      read({
        kind: 'fee',
        text: 'x',
        dossier: 'h26.1O3.25.7-250908-0112',
        name: 'Lan',
        reach: '0901 234 567',
        consent: 'yes',
        insists: 'yes',
      }),
    ).toMatchObject({
      dossierCode: 'H26.103.25.7-250908-0112',
      contact: { name: 'Lan', reach: '0901 234 567' },
      insists: true,
    });
    expect(read({ text: 'x', reach: 'lan@example.vn', consent: 'yes' }).contact).toEqual({
      name: null,
      reach: 'lan@example.vn',
    });
  });

  it('leaves a kind that was not chosen, or is not offered, to staff', () => {
    expect(read({ text: 'x' }).kind).toBe('unclassified');
    expect(read({ text: 'x', kind: 'bribe' }).kind).toBe('unclassified');
  });

  it.each([
    [{}, { text: 'needText' }],
    [{ text: ' \u200B\n ' }, { text: 'needText' }],
    [{ text: 'a'.repeat(5_001) }, { text: 'longText' }],
    [{ text: 'x', dossier: 'hồ sơ của tôi' }, { dossier: 'badDossier' }],
    [{ text: 'x', reach: 'nhà tôi', consent: 'yes' }, { reach: 'badReach' }],
    [{ text: 'x', reach: '0901234567' }, { consent: 'needConsent' }],
    [{ text: 'x', consent: 'yes' }, { reach: 'needReach' }],
    [{ text: 'x', name: 'Lan' }, { reach: 'needReach' }],
    [{ text: 'x', name: 'L'.repeat(201), reach: '0901234567', consent: 'yes' }, { name: 'longContact' }],
  ])('finds what is wrong with %o', (fields, expected) => {
    expect(faults(fields)).toEqual(expected);
  });

  it('names all faults at once', () => {
    expect(faults({ text: '', dossier: 'abc', reach: '0901234567' })).toEqual({
      text: 'needText',
      dossier: 'badDossier',
      consent: 'needConsent',
    });
  });

  it('takes exactly 5,000 characters', () => {
    expect(read({ text: 'a'.repeat(5_000) }).text).toHaveLength(5_000);
  });
});
