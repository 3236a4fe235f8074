import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../data/dossiers/dossier.js';
import {
  answered,
  createStoppedClock,
  startConversation,
  textOf,
  titlesOf,
} from '../support/conversation.js';
import { createMemoryStore } from '../support/memory-store.js';
import { aDossier } from '../support/office-records.js';

const PERMIT = 'thủ tục cấp giấy phép lao động cho người nước ngoài';
const NO_LIMIT = '1.004941';
/** Friday 20/11/2026, 15:40. */
const FRIDAY = '2026-11-20T08:40:00.000Z';

const permit = async (office = {}) => {
  const citizen = startConversation({ clock: createStoppedClock(FRIDAY), office });
  const heard = await answered(citizen, PERMIT);
  return { citizen, card: heard.at(-1)?.card };
};

describe('the answer about a procedure', () => {
  it('promises the day if filed now, with the sum folded away', async () => {
    const { card } = await permit();
    expect(card?.facts[1]).toEqual({
      label: 'Nộp lúc này (20/11/2026), hẹn trả',
      value: 'thứ Hai 07/12/2026',
    });
    const sum = card?.sections.find(({ id }) => id === 'due');
    expect(sum?.open).toBe(false);
    expect(sum?.lines[0]?.note).toContain('trừ 24/11 (Ngày Văn hóa Việt Nam)');
  });

  it("follows the office's cut-off and its own limit, the law's beside it", async () => {
    const late = await permit({ cutOff: { hour: '15:00', appliesTo: 'all' } });
    expect(late.card?.facts[1]?.value).toBe('thứ Ba 08/12/2026');
    const local = [
      {
        procedure: '1.014199',
        time: { value: 6, unit: 'workingDay' as const },
        fee: null,
        decision: 'QĐ 12',
      },
    ];
    const { card } = await permit({ local });
    expect(card?.facts[1]?.value).toBe('thứ Ba 01/12/2026');
    expect(card?.sections.find(({ id }) => id === 'due')?.lines.map(({ text }) => text)).toContain(
      'Theo luật (10 ngày làm việc): hẹn trả thứ Hai 07/12/2026',
    );
  });
});

describe('asking for another day of filing', () => {
  it.each([
    ['nếu tôi nộp ngày 30/11 thì bao giờ có', 'thứ Hai 14/12/2026'],
    ['bao giờ có nếu nộp hôm nay', 'thứ Hai 07/12/2026'],
    ['neu nop thu hai thi khi nao xong', 'thứ Ba 08/12/2026'],
    ['nộp ngày mai thì bao giờ có kết quả?', 'thứ Ba 08/12/2026'],
    ['nếu nộp ngày 18/11 thì ngày nào có', 'thứ Năm 03/12/2026'],
    ['if I file on 30/11, when is it ready', '14/12/2026'],
  ])('"%s" is answered for the procedure in mind', async (question, day) => {
    const { citizen } = await permit();
    const heard = await citizen.say(question);
    expect(heard.at(-1)?.card?.facts[0]?.value).toContain(day);
    expect(textOf(heard)).toContain('ngày thứ 1 là');
  });

  it('is understood together with the name of the procedure', async () => {
    const citizen = startConversation({ clock: createStoppedClock(FRIDAY) });
    const heard = await answered(
      citizen,
      'nếu tôi nộp hồ sơ cấp giấy phép lao động cho người nước ngoài ngày 30/11 thì bao giờ có',
    );
    expect(textOf(heard)).toContain('thứ Hai 14/12/2026');
  });

  it.each([
    ['gia hạn giấy phép lao động nếu nộp ngày 25/12/2026 thì bao giờ có', 'thứ Hai 11/01/2027'],
    ['gia han gplđ neu toi nop ngay 30/11', 'thứ Hai 14/12/2026'],
  ])('"%s" is answered at once, with a word where no plan is official', async (question, day) => {
    const heard = await startConversation({ clock: createStoppedClock(FRIDAY) }).say(question);
    expect(heard.at(-1)?.card?.title).toBe('Gia hạn giấy phép lao động');
    expect(heard.at(-1)?.card?.facts[0]?.value).toBe(day);
    const unofficial = heard.at(-1)?.card?.notices.map(({ text }) => text) ?? [];
    expect(unofficial).toEqual(
      day.endsWith('2027')
        ? ['Từ 01/01/2027 đến 11/01/2027 có ngày chưa có lịch chính thức nên ngày hẹn có thể thay đổi.']
        : [],
    );
  });

  it.each([
    ['nếu tôi nộp ngày 25/12/2026', 'thứ Hai 11/01/2027'],
    ['bao giờ có nếu nộp hôm nay', 'thứ Hai 07/12/2026'],
  ])('"%s" is answered in the middle of who applies, which is then asked again', async (question, day) => {
    const citizen = startConversation({ clock: createStoppedClock(FRIDAY) });
    await citizen.say('Gia hạn giấy phép lao động');
    const [answer, asked] = await citizen.say(question);
    expect(answer?.card?.facts[0]?.value).toBe(day);
    expect(asked?.expects).toBe('choice');
  });

  it.each([
    'nộp 29 tết thì bao giờ có',
    'nếu nộp sau Tết 2027 thì khi nào có kết quả',
    'nếu nộp ngày 15 tháng giêng thì bao giờ có',
    'neu nop mung 6 tet thi bao gio co',
    'nếu nộp ngày 10 tháng 1 âm lịch thì bao giờ có',
  ])('"%s" has no date: Tết 2027 is not announced', async (question) => {
    const { citizen } = await permit();
    const text = textOf(await citizen.say(question));
    expect(text).toContain('Tết 2027 chưa có lịch chính thức');
    expect(text).not.toContain('hẹn trả');
  });

  it('takes the Tết of the solar calendar and the second of September for what they are', async () => {
    const { citizen } = await permit();
    expect(textOf(await citizen.say('nếu nộp mùng 2 tháng 9 thì bao giờ có'))).toContain(
      'Nộp thứ Tư 02/09/2026',
    );
    expect(textOf(await citizen.say('nếu nộp tết dương lịch 1/1 thì bao giờ có'))).toContain('01/01/2027');
  });

  it.each(['nếu nộp ngày mai thì cần giấy gì', 'nếu nộp ngày mai thì nộp ở đâu'])(
    '"%s" asks for something else',
    async (question) => {
      const { citizen } = await permit();
      expect(textOf(await citizen.say(question))).not.toContain('Nộp thứ Bảy 21/11/2026');
    },
  );

  it('is one tap after the time was asked', async () => {
    const { citizen } = await permit();
    const heard = await citizen.say('mất bao lâu?');
    expect(textOf(heard)).toContain('hẹn trả: thứ Hai 07/12/2026');
    expect(titlesOf(heard)).toContain('Nộp hôm nay bao giờ có?');
    expect(textOf(await citizen.say('Nộp hôm nay bao giờ có?'))).toContain('thứ Hai 07/12/2026');
  });

  it('does not take a dossier already handed in for a question of "if"', async () => {
    const { citizen } = await permit();
    expect(textOf(await citizen.say('tôi đã nộp hồ sơ hôm 10/11 bao giờ có kết quả'))).toContain('mã hồ sơ');
  });

  it('asks for the procedure when none is known', async () => {
    const citizen = startConversation();
    expect(textOf(await citizen.say('Nộp hôm nay bao giờ có?'))).toContain('thủ tục gì');
  });

  it('says what day is not official', async () => {
    const { citizen } = await permit();
    expect(textOf(await citizen.say('nếu nộp ngày 25/1/2027 thì bao giờ có'))).toContain(
      'chưa có lịch chính thức',
    );
  });
});

describe('a procedure without a limit by law', () => {
  const finished = (count: number): Dossier[] =>
    Array.from({ length: count }, (_, index) =>
      aDossier({
        code: `000.00.12.H56-261101-${String(index + 1).padStart(4, '0')}`,
        procedureCode: NO_LIMIT,
        status: 'returned',
        receivedAt: '2026-11-02T02:00:00.000Z',
        finishedAt: index % 3 === 0 ? '2026-11-19T02:00:00.000Z' : '2026-11-06T02:00:00.000Z',
      }),
    );
  const asking = async (count: number) => {
    const store = createMemoryStore();
    await store.commit(finished(count).map((record) => ({ kind: 'dossier', record })));
    const citizen = startConversation({ store, clock: createStoppedClock(FRIDAY) });
    await citizen.usualTimes.refresh();
    return textOf(await answered(citizen, NO_LIMIT));
  };

  it('says so and what is usual once thirty dossiers are finished', async () => {
    const text = await asking(30);
    expect(text).toContain('Luật không ấn định thời hạn');
    expect(text).toContain('một nửa số hồ sơ xong trong 4 ngày làm việc (30 hồ sơ');
    expect(text).not.toContain('hẹn trả: ');
  });

  it('says nothing usual of fewer', async () => {
    const text = await asking(29);
    expect(text).toContain('Luật không ấn định thời hạn');
    expect(text).not.toContain('một nửa số hồ sơ');
  });
});
