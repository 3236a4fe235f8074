import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../data/dossiers/dossier.js';
import { createMemoryStore } from '../support/memory-store.js';
import { createStoppedClock, startConversation, textOf, titlesOf } from '../support/conversation.js';

const CODE = '000.00.12.H62-201105-0004';

const dossier = (changes: Partial<Dossier> = {}): Dossier => ({
  code: CODE,
  version: 1,
  procedureCode: '1.001653',
  procedureName: 'Đổi, cấp lại Giấy xác nhận khuyết tật',
  status: 'processing',
  receivedAt: '2026-11-10T02:00:00.000Z',
  dueDate: '2026-11-25',
  unit: 'Phòng Bảo trợ xã hội, Sở Nội vụ',
  requested: null,
  phoneLast4: '5678',
  identityLast4: '1234',
  waits: [],
  apologies: [],
  movedAt: null,
  finishedAt: null,
  asOf: '2026-11-20T01:00:00.000Z',
  source: 'Phần mềm Một cửa',
  ...changes,
});

const withDossier = async (
  changes: Partial<Dossier> = {},
  setting: Parameters<typeof startConversation>[0] = {},
) => {
  const store = createMemoryStore();
  await store.commit([{ kind: 'dossier', record: dossier(changes) }]);
  return startConversation({ ...setting, store });
};

describe('asking where a dossier stands', () => {
  it.each([CODE, CODE.toLowerCase(), '000.00.12.h62 - 201105 - 0004', 'OOO.OO.12.H62-2O1105-OOO4'])(
    'shows it for "%s" and the last four digits of the phone',
    async (typed) => {
      const citizen = await withDossier();
      const shown = textOf(await citizen.sayAll('Xem hồ sơ', typed, '5678'));
      for (const part of [
        'Đang giải quyết',
        '10/11/2026',
        '25/11/2026',
        'Phòng Bảo trợ xã hội',
        '08:00 20/11/2026',
        'Phần mềm Một cửa',
      ])
        expect(shown).toContain(part);
    },
  );

  it('takes the code out of a sentence', async () => {
    const citizen = await withDossier();
    expect(textOf(await citizen.say(`hồ sơ ${CODE} của tôi tới đâu rồi`))).toContain('4 số cuối');
  });

  it('answers a wrong check and a code that does not exist with the same words', async () => {
    const citizen = await withDossier();
    const wrong = textOf(await citizen.sayAll(CODE, '0000'));
    const other = '000.00.12.H62-201105-0005';
    const missing = textOf(await citizen.sayAll(other, '5678'));
    expect(missing.replace(other, CODE)).toBe(wrong);
  });

  it('locks a code for an hour after five wrong checks, right ones included', async () => {
    const clock = createStoppedClock();
    const citizen = await withDossier({}, { clock });
    for (let tries = 0; tries < 5; tries += 1) await citizen.sayAll(CODE, '0000');
    expect(textOf(await citizen.sayAll(CODE, '5678'))).toContain('sau một giờ');
    clock.moveTo('2026-11-20T03:00:01.000Z');
    expect(textOf(await citizen.sayAll(CODE, '5678'))).toContain('Đang giải quyết');
  });

  it('checks the identity number or nothing when the office says so', async () => {
    const identity = await withDossier({}, { office: { dossierCheck: 'identity' } });
    expect(textOf(await identity.sayAll(CODE, '1234'))).toContain('Đang giải quyết');
    const none = await withDossier({}, { office: { dossierCheck: 'none' } });
    expect(textOf(await none.say(CODE))).toContain('Đang giải quyết');
  });

  it('begins with the apology when the promised day has passed, and offers to ask why', async () => {
    const citizen = await withDossier({ dueDate: '2026-11-18' });
    const shown = await citizen.sayAll(CODE, '5678');
    expect(shown.at(-1)?.card?.notices[0]?.text).toContain('xin lỗi');
    expect(titlesOf(shown)).toContain('Hỏi vì sao');
  });

  it('says what the applicant is asked for', async () => {
    const citizen = await withDossier({ status: 'supplementRequested', requested: 'Giấy khám sức khỏe' });
    expect(textOf(await citizen.sayAll(CODE, '5678'))).toContain('Anh/chị cần bổ sung: Giấy khám sức khỏe');
  });

  it('offers the survey once the result has been handed out', async () => {
    const citizen = await withDossier({ status: 'returned' });
    expect(titlesOf(await citizen.sayAll(CODE, '5678'))).toContain('Đánh giá việc giải quyết');
    await citizen.sayAll('Đánh giá việc giải quyết', '5', '5', '5', '5', 'Bỏ qua', 'Bỏ qua');
    for await (const survey of citizen.store.surveys.stream({ from: '2026-01-01', to: '2026-12-31' }))
      expect(survey.dossierCode).toBe(CODE);
  });

  it('says that the source is unavailable instead of "not found"', async () => {
    const store = createMemoryStore();
    store.dossiers.find = () => Promise.reject(new Error('down'));
    const citizen = startConversation({ store });
    expect(textOf(await citizen.sayAll(CODE, '5678'))).toContain('tạm ngừng');
    expect(citizen.failures).toHaveLength(1);
    expect(citizen.failures[0]).toContain('"event":"dossier.lookUpFailed"');
    expect(citizen.failures[0]).not.toMatch(/5678|261101|201105/);
  });

  it('knows an SMS sender by his number', async () => {
    const citizen = await withDossier({}, { channel: 'sms', from: '+84912345678' });
    expect(textOf(await citizen.say(`HS ${CODE}`))).toContain('Đang giải quyết');
    const stranger = await withDossier({}, { channel: 'sms', from: '+84900000000' });
    expect(textOf(await stranger.say(`HS ${CODE}`))).toContain('Không tìm thấy');
  });

  it('leaves the form for a question that has several answers', async () => {
    const citizen = await withDossier();
    await citizen.say('Xem hồ sơ');
    expect(textOf(await citizen.say('mai táng phí'))).toContain('dừng phần đang làm');
  });

  it('leaves the form when the citizen plainly asks something else', async () => {
    const citizen = await withDossier();
    await citizen.say('Xem hồ sơ');
    const reply = textOf(await citizen.say('cấp lại giấy xác nhận khuyết tật bị mất'));
    expect(reply).toContain('dừng phần đang làm');
    expect(reply).toContain('Đổi, cấp lại Giấy xác nhận khuyết tật');
  });
});
