import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../data/dossiers/dossier.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import { readLateNotice } from '../../data/dossiers/lateness/late-notice.js';
import type { Store } from '../../data/store.js';
import { createStoppedClock, startConversation, textOf, titlesOf } from '../support/conversation.js';
import { createMemoryStore } from '../support/memory-store.js';
import { aDossier } from '../support/office-records.js';

const CODE = '000.00.12.H56-261101-0001';
/** Monday 23/11/2026; the dossier was promised for Friday 20/11. */
const MONDAY = '2026-11-23T02:00:00.000Z';
const APOLOGY = {
  at: '2026-11-19T02:00:00.000Z',
  by: 'cli:lan',
  reason: 'Chờ ý kiến của cơ quan phối hợp.',
  missed: '2026-11-20',
  newDate: '2026-11-27',
};

const asking = async (
  changes: Partial<Dossier> = {},
  setting: Parameters<typeof startConversation>[0] = {},
) => {
  const store = createMemoryStore();
  await store.commit([{ kind: 'dossier', record: aDossier(changes) }]);
  const citizen = startConversation({ clock: createStoppedClock(MONDAY), ...setting, store });
  return { store, citizen };
};

describe('a late dossier nobody has apologised for', () => {
  it('is answered with the apology first, and staff are told before it is said', async () => {
    const { store, citizen } = await asking();
    const heard = await citizen.sayAll(CODE, '5678');
    expect(heard.at(-1)?.card?.notices.map(({ text }) => text)).toEqual([
      'Hồ sơ đã quá ngày hẹn 20/11/2026. Chúng tôi xin lỗi anh/chị vì sự chậm trễ này.',
      'Chúng tôi đã báo bộ phận phụ trách để trả lời lý do và hẹn lại ngày cho anh/chị.',
    ]);
    expect(await readLateNotice(store.state, CODE)).toEqual({
      code: CODE,
      missed: '2026-11-20',
      firstAskedAt: MONDAY,
      lastAskedAt: MONDAY,
      times: 1,
    });
    expect(titlesOf(heard)).toContain('Hỏi vì sao');
  });

  it('counts how often it was asked about, in one entry', async () => {
    const { store, citizen } = await asking();
    await citizen.sayAll(CODE, '5678', CODE, '5678');
    expect(await readLateNotice(store.state, CODE)).toMatchObject({ times: 2 });
  });

  it('does not say that staff were told when that could not be written', async () => {
    const { store, citizen } = await asking();
    await citizen.say(CODE);
    const commit = store.commit.bind(store);
    store.commit = (changes) =>
      changes.some((change) => change.kind === 'state' && change.key.startsWith('late-notice:'))
        ? Promise.reject(new Error('disk full'))
        : commit(changes);
    await expect(citizen.say('5678')).rejects.toThrow();
    expect(await readLateNotice(store.state, CODE)).toBeNull();
  });

  it('begins with the apology by SMS too', async () => {
    const { citizen } = await asking({}, { channel: 'sms', from: '+84912345678' });
    const [reply] = await citizen.say(`HS ${CODE}`);
    expect(reply?.card?.brief).toMatch(/^Hồ sơ đã quá ngày hẹn 20\/11\/2026\. Chúng tôi xin lỗi/);
  });

  it('tells staff nothing to who does not pass the check', async () => {
    const { store, citizen } = await asking();
    expect(textOf(await citizen.sayAll(CODE, '0000'))).not.toContain('xin lỗi');
    expect(await readLateNotice(store.state, CODE)).toBeNull();
  });
});

describe('asking why', () => {
  const filed = async (store: Store): Promise<Feedback[]> => {
    const all: Feedback[] = [];
    for await (const one of store.feedback.open()) all.push(one);
    return all;
  };

  it('is one tap: the question is filed with the dossier and its code is given', async () => {
    const { store, citizen } = await asking();
    await citizen.sayAll(CODE, '5678');
    const heard = await citizen.say('Hỏi vì sao');
    const [feedback, ...others] = await filed(store);
    expect(others).toEqual([]);
    expect(feedback).toMatchObject({ kind: 'delay', dossierCode: CODE, contact: null, state: 'received' });
    expect(feedback?.text).toBe(`Người nộp hỏi vì sao hồ sơ ${CODE} chưa có kết quả và khi nào có.`);
    expect(textOf(heard)).toContain(feedback?.code ?? '-');
    expect(heard.at(-1)?.card?.facts.map(({ label }) => label)).toEqual(['Mã', 'PIN']);
    expect(titlesOf(heard)).toContain('Viết thêm');
  });

  it('takes words afterwards, without the PIN, for what this conversation filed', async () => {
    const { store, citizen } = await asking();
    await citizen.sayAll(CODE, '5678', 'Hỏi vì sao', 'Viết thêm', 'Tôi cần trước ngày 30/11 để đi làm');
    const [feedback] = await filed(store);
    expect(feedback?.history.at(-1)).toMatchObject({
      by: 'citizen',
      text: 'Tôi cần trước ngày 30/11 để đi làm',
    });
  });

  it('files nothing twice for one dossier', async () => {
    const { store, citizen } = await asking();
    await citizen.sayAll(CODE, '5678', 'Hỏi vì sao');
    const again = await citizen.say('Hỏi vì sao');
    const [feedback, ...others] = await filed(store);
    expect(others).toEqual([]);
    expect(textOf(again)).toContain(`đã nhận câu hỏi của anh/chị về hồ sơ này, mã ${feedback?.code ?? '-'}`);
  });

  it('asks for words when no dossier was shown before', async () => {
    const { store, citizen } = await asking();
    expect(textOf(await citizen.say('Hỏi vì sao'))).toContain('Anh/chị kể lại sự việc');
    expect(await filed(store)).toEqual([]);
  });

  it('works by SMS, and the sender is asked whether he may be called', async () => {
    const { store, citizen } = await asking({}, { channel: 'sms', from: '+84912345678' });
    await citizen.say(`HS ${CODE}`);
    expect(textOf(await citizen.say('Hỏi vì sao'))).toContain('Trả lời 1 nếu đồng ý');
    expect(await filed(store)).toHaveLength(1);
  });
});

describe('a late dossier with an apology', () => {
  it('is answered with apology, reason and new day, and nobody is told again', async () => {
    const { store, citizen } = await asking({ apologies: [APOLOGY] });
    const card = (await citizen.sayAll(CODE, '5678')).at(-1)?.card;
    expect(card?.notices[0]?.text).toBe(
      'Chúng tôi xin lỗi anh/chị: hồ sơ không xong đúng hẹn 20/11/2026. Lý do: Chờ ý kiến của cơ quan phối hợp. Ngày hẹn mới: 27/11/2026.',
    );
    expect(card?.facts[1]?.value).toBe('27/11/2026 (trên giấy hẹn: 20/11/2026)');
    expect(await readLateNotice(store.state, CODE)).toBeNull();
  });

  it('is late again once the new day has passed', async () => {
    const clock = createStoppedClock('2026-11-30T02:00:00.000Z');
    const { store, citizen } = await asking({ apologies: [APOLOGY] }, { clock });
    expect(textOf(await citizen.sayAll(CODE, '5678'))).toContain('đã quá ngày hẹn 27/11/2026');
    expect(await readLateNotice(store.state, CODE)).toMatchObject({ missed: '2026-11-27' });
  });

  it('apologises no more once the result is there', async () => {
    const { citizen } = await asking({ apologies: [APOLOGY], status: 'finished' });
    expect(textOf(await citizen.sayAll(CODE, '5678'))).not.toContain('xin lỗi');
  });
});

describe('a dossier that waits for the applicant', () => {
  it('is not late: the clock stands still, and that is said', async () => {
    const waits = [{ from: '2026-11-18T02:00:00.000Z', to: null, dueDate: '2026-11-20' }];
    const { citizen } = await asking({
      status: 'supplementRequested',
      requested: 'Giấy khám sức khoẻ',
      waits,
    });
    const text = textOf(await citizen.sayAll(CODE, '5678'));
    expect(text).toContain('đang dừng từ 18/11/2026');
    expect(text).not.toContain('xin lỗi');
  });
});
