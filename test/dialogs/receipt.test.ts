import { describe, expect, it } from 'vitest';
import type { Card, OutboundMessage } from '../../bot/bot.js';
import { Procedure } from '../../data/procedures/procedure.js';
import type { Change, Store } from '../../data/store.js';
import { answerChange } from '../support/given-answer.js';
import {
  answered,
  createStoppedClock,
  startConversation,
  textOf,
  titlesOf,
} from '../support/conversation.js';
import { aRawProcedure } from '../support/a-procedure.js';
import { createMemoryStore } from '../support/memory-store.js';
import { aCorrection, aProcedure } from '../support/office-edition.js';

const QUESTION = 'cấp lại giấy xác nhận khuyết tật bị mất';
const codeIn = (text: string): string => /TL-\w{3}-\w{3}-\w{3}/.exec(text)?.[0] ?? '';

const cardIn = (heard: OutboundMessage[]): Card => {
  const card = heard.at(-1)?.card;
  if (!card) throw new Error('no card');
  return card;
};

const answersIn = async (store: Store) => {
  const kept: (Change & { kind: 'answer' })[] = [];
  for await (const change of store.snapshot()) if (change.kind === 'answer') kept.push(change);
  return kept.map(({ record }) => record);
};

describe('the code of an answer', () => {
  it('stands quietly below the card and is kept with the turn, once for all who are told the same', async () => {
    const store = createMemoryStore();
    const codes = new Set<string>();
    for (const [index, locale] of (['vi', 'vi', 'en'] as const).entries()) {
      const citizen = startConversation({ store, locale, conversationId: `c${String(index)}` });
      const reply = await answered(citizen, locale === 'en' ? '1.001699' : '1.001699');
      const footer = reply.at(-1)?.card?.footer ?? '';
      expect(footer).toMatch(locale === 'en' ? /\nAnswer code: TL-/ : /\nMã câu trả lời: TL-/);
      codes.add(codeIn(footer));
      expect(citizen.failures).toEqual([]);
    }
    expect(codes.size).toBe(1);
    expect((await answersIn(store)).map(({ code }) => code)).toEqual([...codes]);
  });

  it('keeps nothing of the citizen', async () => {
    const store = createMemoryStore();
    await answered(
      startConversation({ store, from: 'citizen-0912345678' }),
      `tôi tên Nguyễn Thị Hoa, ${QUESTION}`,
    );
    const [kept] = await answersIn(store);
    const given = await store.answers.find(kept?.code ?? '');
    expect(JSON.stringify(given)).toContain('khuyết tật');
    expect(JSON.stringify(given)).not.toMatch(/Hoa|0912|citizen/);
  });

  it.each([['mất bao lâu?'], ['nộp ở đâu?'], ['nếu tôi nộp ngày 30/11 thì bao giờ có?']])(
    'comes with the answer to "%s" too',
    async (question) => {
      const citizen = startConversation();
      await answered(citizen, QUESTION);
      expect(codeIn(textOf(await answered(citizen, question)))).not.toBe('');
    },
  );

  it('opens exactly that answer again, with the day promised then', async () => {
    const clock = createStoppedClock();
    const store = createMemoryStore();
    const first = await answered(startConversation({ store, clock }), QUESTION);
    const promised = cardIn(first).facts[1];
    clock.moveTo('2026-12-15T02:00:00.000Z');
    const other = startConversation({
      store,
      clock,
      conversationId: 'another phone',
      publicUrl: 'https://mc.vn',
    });
    const again = await other.say(`Mã câu trả lời: ${codeIn(textOf(first)).toLowerCase()}`);
    const card = cardIn(again);
    expect(card.facts).toContainEqual(promised);
    expect(card.notices[0]?.text).toBe(
      'Đây là câu trả lời ngày 20/11/2026. Đến hôm nay (15/12/2026), nội dung thủ tục vẫn như vậy.',
    );
    expect(card.links[0]?.url).toBe(`https://mc.vn/tra-loi/${codeIn(textOf(first))}`);
    expect(titlesOf(again)).toContain('Tôi còn thiếu giấy gì?');
    expect(card.footer?.split('Mã câu trả lời')).toHaveLength(2);
  });

  it('says from when the answer is another one, and what is different', async () => {
    const store = createMemoryStore();
    const now = aProcedure('1.001699');
    const fee = { kind: 'set' as const, text: { vi: '5.000 đồng' } };
    const { record } = answerChange({ procedure: { ...now, fee }, day: '2026-11-05' });
    const corrected = aCorrection({
      code: now.code,
      record: now,
      effectiveFrom: '2026-11-12',
      recordedAt: '2026-11-11T03:00:00.000Z',
    });
    await store.commit([
      { kind: 'answer', record },
      { kind: 'correction', record: corrected },
    ]);
    const reply = await startConversation({ store }).say(record.code);
    expect(textOf(reply)).toContain('! Đây là câu trả lời ngày 05/11/2026. Đã thay đổi từ 12/11/2026.');
    const changes = reply.at(-1)?.card?.sections[0];
    expect(changes).toMatchObject({ id: 'changes', open: true });
    expect(changes?.lines.map(({ text }) => text).join('\n')).toContain(
      'Lệ phí: trước là 5.000 đồng, nay là',
    );
    expect(reply.at(-1)?.card?.brief).toContain('Đã thay đổi từ 12/11/2026');
  });

  it('still opens when the procedure is no longer in the list', async () => {
    const store = createMemoryStore();
    await store.commit([answerChange({ procedure: Procedure.parse(aRawProcedure()) })]);
    const citizen = startConversation({ store });
    const reply = await citizen.say('TL-7KM-2QX-HMT');
    expect(textOf(reply)).toContain('Thủ tục này không còn trong danh mục của cơ quan.');
    expect(titlesOf(reply)).toEqual(['Xem danh mục']);
  });

  it.each([
    ['TL-7KM-2QX-HM5', 'Mã này chưa đúng'],
    ['xem mã TL 7KM 2QX HM', 'Mã này chưa đúng'],
    ['TL-222-222-222', 'không có câu trả lời nào mang mã TL-222-222-222'],
    ['TL-222-222-222', 'Mỗi câu trả lời được giữ 730 ngày rồi xoá'],
  ])('says plainly that "%s" is none', async (typed, expected) => {
    const citizen = startConversation();
    expect(textOf(await citizen.say(typed))).toContain(expected);
    expect(citizen.failures).toEqual([]);
  });

  it.each(['tl cho tôi đi', 'tổng lương của tôi', 'TL'])('is not seen in "%s"', async (typed) => {
    expect(textOf(await startConversation().say(typed))).not.toMatch(/Mã này chưa đúng|TL-/);
  });

  it('opens beside a form without losing it, and stays a citizen’s text inside a complaint', async () => {
    const citizen = startConversation();
    const code = codeIn(textOf(await answered(citizen, QUESTION)));
    const asked = await citizen.say('1.014199');
    const beside = await citizen.say(code);
    expect(textOf(beside)).toContain('Đây là câu trả lời ngày 20/11/2026');
    expect(beside.at(-1)?.text).toBe(asked.at(-1)?.text);
    await citizen.sayAll('huỷ', 'Gửi phản ánh', '1');
    const read = await citizen.sayAll(
      `Câu trả lời ${code} không đúng với lời cán bộ ở quầy.`,
      'Không có mã hồ sơ',
      'Không, gửi ẩn danh',
    );
    expect(textOf(read)).toContain(code);
    expect(textOf(read)).toContain('Gửi phản ánh này?');
  });

  it('ends what an SMS begins with, and opens by SMS', async () => {
    const citizen = startConversation({ channel: 'sms', from: '0912345678' });
    const reply = await answered(citizen, QUESTION);
    const brief = reply.at(-1)?.card?.brief ?? '';
    expect(brief).toMatch(/ Mã câu trả lời TL-\w{3}-\w{3}-\w{3}\.$/);
    expect(textOf(await citizen.say(codeIn(brief)))).toContain('Đây là câu trả lời ngày 20/11/2026');
  });
});
