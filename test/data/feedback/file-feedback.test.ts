import { describe, expect, it } from 'vitest';
import { fileFeedback } from '../../../data/feedback/file-feedback.js';
import type { FeedbackDraft } from '../../../data/feedback/file-feedback.js';
import { matchesPin } from '../../../data/feedback/pin.js';
import { readTrackingCode } from '../../../data/feedback/tracking-code.js';
import { systemRandomness } from '../../../data/randomness.js';

const now = new Date('2026-11-22T02:00:00.000Z');
const deps = { clock: { now: () => now }, random: systemRandomness };

const draft: FeedbackDraft = {
  kind: 'delay',
  text: 'Hồ sơ của tôi trễ hẹn\nđã ba tuần.',
  dossierCode: null,
  procedureCode: null,
  channel: 'chat',
  locale: 'vi',
  contact: null,
  thread: null,
  recordedBy: null,
};

describe('filing feedback', () => {
  it('makes a first version with a readable code, a first event and a PIN of six digits', async () => {
    const { feedback, pin } = await fileFeedback(draft, deps);
    expect(readTrackingCode(feedback.code)).toBe(feedback.code);
    expect(feedback).toMatchObject({
      version: 1,
      state: 'received',
      receivedAt: now.toISOString(),
      text: draft.text,
      history: [{ at: now.toISOString(), by: 'citizen', state: 'received', text: null }],
    });
    expect(pin).toMatch(/^\d{6}$/);
  });

  it('keeps the moment of filing as the moment of consent when a contact is given', async () => {
    const { feedback } = await fileFeedback({ ...draft, contact: { name: null, reach: '0912345678' } }, deps);
    expect(feedback.contact).toEqual({ name: null, reach: '0912345678', consentAt: now.toISOString() });
  });

  it('writes the same letters the same way whatever keyboard they came from', async () => {
    for (const text of [
      ` ${draft.text.normalize('NFD')}\n`,
      `\u200B${draft.text.replace('\n', '\r\n')}\u0000`,
    ]) {
      const { feedback } = await fileFeedback({ ...draft, text }, deps);
      expect(feedback.text).toBe(draft.text);
    }
  });

  it('refuses an empty text and one that is too long', async () => {
    await expect(fileFeedback({ ...draft, text: ' \n ' }, deps)).rejects.toThrow();
    await expect(fileFeedback({ ...draft, text: 'a'.repeat(5_001) }, deps)).rejects.toThrow();
  });
});

describe('the PIN', () => {
  it('opens its own feedback, also with blanks between the digits', async () => {
    const { feedback, pin } = await fileFeedback(draft, deps);
    expect(await matchesPin(feedback, pin)).toBe(true);
    expect(await matchesPin(feedback, ` ${pin.slice(0, 3)} ${pin.slice(3)}. `)).toBe(true);
  });

  it('does not open with any other digits, fewer or more', async () => {
    const { feedback, pin } = await fileFeedback(draft, deps);
    const other = pin.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    for (const typed of [other, pin.slice(1), `${pin}0`, '', 'mã PIN'])
      expect(await matchesPin(feedback, typed), typed).toBe(false);
  });

  it('is not kept as such, and the same PIN is kept differently each time', async () => {
    const same = { clock: deps.clock, random: { below: () => 0, uuid: () => 'x' } };
    const [one, other] = [await fileFeedback(draft, same), await fileFeedback(draft, same)];
    expect(one.pin).toBe(other.pin);
    expect(one.feedback.pin.hash).not.toBe(other.feedback.pin.hash);
    expect(JSON.stringify(one.feedback.pin)).not.toContain(one.pin);
  });
});
