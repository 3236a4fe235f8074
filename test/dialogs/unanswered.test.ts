import { describe, expect, it } from 'vitest';
import type { UnansweredQuestion } from '../../data/understanding/unanswered/unanswered-question.js';
import { listOf } from '../data/storage/records.js';
import {
  answered,
  createStoppedClock,
  startConversation,
  textOf,
  titlesOf,
} from '../support/conversation.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };

const kept = ({ store }: ReturnType<typeof startConversation>): Promise<UnansweredQuestion[]> =>
  listOf(store.questions.stream(EVER));

const WRONG = 'cấp lại giấy xác nhận khuyết tật bị mất';
const MEANT = 'mất thẻ thương binh thì xin cấp lại ở đâu';

describe('a question that is not answered', () => {
  it('is kept with its personal numbers masked, without sender and conversation', async () => {
    const citizen = startConversation({ channel: 'sms', from: '+84912345678', conversationId: 'talk-7' });
    await citizen.say('Mình muốn mua thẻ lông ngỗng,\ngọi 0912 345 678 hoặc lan@vi-du.vn, số 001099012345');
    const [question, ...others] = await kept(citizen);
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      at: '2026-11-20T02:00:00.000Z',
      text: 'Mình muốn mua thẻ lông ngỗng, gọi ••• hoặc •••, số •••',
      why: 'notFound',
      channel: 'sms',
      locale: 'vi',
    });
    expect(Object.keys(question ?? {}).sort()).toEqual(
      ['id', 'at', 'text', 'why', 'nearest', 'channel', 'locale'].sort(),
    );
    expect(JSON.stringify(question)).not.toMatch(/talk-7|0912|84912/);
  });

  it('is cut when it is a whole letter', async () => {
    const citizen = startConversation();
    await citizen.say(`thẻ lông ngỗng ${'bla bla xyz '.repeat(60)}`);
    const [question] = await kept(citizen);
    expect(question?.text.length).toBeGreaterThan(290);
    expect(question?.text.length).toBeLessThanOrEqual(300);
  });

  it.each(['?', '0912345678', '12', '.'])('is not kept when it has no words: "%s"', async (text) => {
    const citizen = startConversation();
    await citizen.say(text);
    expect(await kept(citizen)).toEqual([]);
  });

  it('is not kept when it is answered, referred to another office, or small talk', async () => {
    for (const text of [WRONG, 'đăng ký khai sinh cho cháu mới sinh', 'xin chào', 'cảm ơn', 'menu']) {
      const citizen = startConversation();
      await answered(citizen, text);
      expect(await kept(citizen)).toEqual([]);
    }
  });

  it('is kept when the answer is about something else, and the next best are offered', async () => {
    const citizen = startConversation();
    const heard = await answered(citizen, WRONG);
    expect(titlesOf(heard)).toContain('Không phải việc này');
    const offered = await citizen.say('Không phải việc này');
    expect(textOf(offered)).toContain('Anh/chị cần việc nào dưới đây?');
    expect(titlesOf(offered)).toHaveLength(3);
    const [question] = await kept(citizen);
    expect(question).toMatchObject({ text: WRONG, why: 'rejectedAnswer' });
    expect(question?.nearest.at(-1)).toBe('1.001653');
    const [card] = (await citizen.say('1')).slice(-1);
    expect(card?.card?.title ?? card?.text).not.toContain('khuyết tật bị mất');
  });

  it('has nothing to offer instead once the talk has gone on', async () => {
    const citizen = startConversation();
    await answered(citizen, WRONG);
    await citizen.say('lệ phí bao nhiêu');
    expect(textOf(await citizen.say('Không phải việc này'))).toContain('Anh/chị cần làm thủ tục gì');
    expect(await kept(citizen)).toEqual([]);
  });

  it('is kept when the citizen rejects every choice, with the choices as nearest', async () => {
    const citizen = startConversation();
    await citizen.say('mai táng phí');
    await citizen.say('Không có việc tôi cần');
    const [question] = await kept(citizen);
    expect(question).toMatchObject({ text: 'mai táng phí', why: 'rejectedChoices' });
    expect(question?.nearest.length).toBeGreaterThan(1);
  });

  it('is not made up when choices from the list of procedures are rejected', async () => {
    const citizen = startConversation();
    await citizen.sayAll('menu', '2', '1', 'Không có việc tôi cần');
    expect(await kept(citizen)).toEqual([]);
  });
});

describe('a question asked again', () => {
  it('is kept when the next words lead to another procedure, which is then the nearest', async () => {
    const citizen = startConversation();
    await answered(citizen, WRONG);
    await answered(citizen, MEANT);
    const questions = await kept(citizen);
    expect(questions).toMatchObject([{ text: WRONG, why: 'askedAgain' }]);
    expect(questions[0]?.nearest[0]).toBe('1.010814');
  });

  it.each([
    ['a follow-up', 'mất bao lâu?'],
    ['a tap', 'Giấy tờ'],
    ['a word of thanks', 'cảm ơn'],
  ])('is a new one after %s', async (_, between) => {
    const citizen = startConversation();
    await answered(citizen, WRONG);
    await answered(citizen, between);
    await answered(citizen, MEANT);
    expect(await kept(citizen)).toEqual([]);
  });

  it('is a new one when it comes later than ten minutes', async () => {
    const clock = createStoppedClock('2026-11-20T02:00:00.000Z');
    const citizen = startConversation({ clock });
    await answered(citizen, WRONG);
    clock.moveTo('2026-11-20T02:10:01.000Z');
    await answered(citizen, MEANT);
    expect(await kept(citizen)).toEqual([]);
  });

  it('is none when the same procedure is asked for, or a neighbour in passing', async () => {
    const citizen = startConversation();
    await answered(citizen, 'cấp giấy phép lao động cho người nước ngoài');
    await answered(citizen, 'còn gia hạn thì sao?');
    await answered(citizen, 'cấp giấy phép lao động cho người nước ngoài');
    expect(await kept(citizen)).toEqual([]);
  });
});
