import { describe, expect, it } from 'vitest';
import { startConversation, textOf } from '../support/conversation.js';
import type { Store } from '../../data/store.js';

const feedbackIn = async (store: Store) => {
  const found = [];
  for await (const one of store.feedback.stream({ from: '2020-01-01', to: '2030-01-01' })) found.push(one);
  return found;
};
const surveysIn = async (store: Store) => {
  const found = [];
  for await (const one of store.surveys.stream({ from: '2020-01-01', to: '2030-01-01' })) found.push(one);
  return found;
};

const sms = () => startConversation({ channel: 'sms', from: '+84912345678', locale: null });

describe('the hotline by SMS', () => {
  it('files "PA …" at once as unclassified with code and PIN', async () => {
    const citizen = sms();
    const reply = textOf(await citizen.say('PA can bo xa bat toi di lai 5 lan'));
    expect(reply).toMatch(/Mã PA-\w{4}-\w{4}, PIN \d{6}/);
    expect(await feedbackIn(citizen.store)).toMatchObject([
      {
        kind: 'unclassified',
        text: 'can bo xa bat toi di lai 5 lan',
        channel: 'sms',
        thread: '+84912345678',
        contact: null,
      },
    ]);
  });

  it('keeps the number for a call back only after "1"', async () => {
    const citizen = sms();
    await citizen.sayAll('PA ho so cua toi bi cham', '1');
    const [filed] = await feedbackIn(citizen.store);
    expect(filed).toMatchObject({ version: 2, contact: { reach: '+84912345678' } });
  });

  it('says how to write when "PA" comes alone', async () => {
    const citizen = sms();
    expect(textOf(await citizen.say('PA'))).toContain('Chưa có gì được ghi lại');
    expect(await feedbackIn(citizen.store)).toEqual([]);
  });

  it('refers a tố cáo and files it only when it is sent as feedback on purpose', async () => {
    const citizen = sms();
    expect(textOf(await citizen.say('PA toi to cao can bo A nhan tien hoi lo'))).toContain('PAKN');
    expect(await feedbackIn(citizen.store)).toEqual([]);
    await citizen.say('PAKN toi to cao can bo A nhan tien hoi lo');
    expect(await feedbackIn(citizen.store)).toHaveLength(1);
  });

  it('keeps "DG 5" as one score for the whole and five numbers as the five factors', async () => {
    const citizen = sms();
    await citizen.say('DG 5');
    await citizen.say('dg 5 4 3 4 5');
    expect(await surveysIn(citizen.store)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          overall: 5,
          scores: expect.objectContaining({ access: null, staff: null }) as unknown,
        }),
        expect.objectContaining({
          overall: null,
          scores: { access: 5, procedure: 4, staff: 3, result: 4, feedbackHandling: 5 },
        }),
      ]),
    );
  });

  it.each(['DG', 'DG 9', 'DG tot', 'DG 5 4'])('explains itself after "%s"', async (text) => {
    const citizen = sms();
    expect(textOf(await citizen.say(text))).toContain('DG rồi một số');
    expect(await surveysIn(citizen.store)).toEqual([]);
  });
});
