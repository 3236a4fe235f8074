import { describe, expect, it } from 'vitest';
import { createProcessTurnLock } from '../../../../data/conversations/turn-lock.js';
import { DomainError } from '../../../../data/domain-error.js';
import type { Feedback } from '../../../../data/feedback/feedback.js';
import { loadTexts } from '../../../../data/load-texts.js';
import { loadUnderstanding } from '../../../../data/load-understanding.js';
import { OfficeProfile } from '../../../../data/office/office-profile.js';
import { RetentionPeriods } from '../../../../data/retention/retention-periods.js';
import { sweep } from '../../../../data/retention/sweep.js';
import { systemRandomness } from '../../../../data/randomness.js';
import type { Store } from '../../../../data/store.js';
import { answerFeedbackDesk } from '../../../../web/public/feedback/feedback-desk.js';
import { listOf } from '../../../data/storage/records.js';
import { createStoppedClock } from '../../../support/conversation.js';
import { createMemoryStore } from '../../../support/memory-store.js';

const understand = loadUnderstanding();
const texts = loadTexts();
const ONCE = '7e0c9f0a-6c0e-4b1e-9f53-0c7d9a4b8c11';

const openDesk = (store: Store = createMemoryStore()) => {
  const office = OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' });
  const desk = {
    store,
    turnLock: createProcessTurnLock(),
    understand,
    office,
    texts,
    clock: createStoppedClock(),
    random: systemRandomness,
  };
  return {
    store,
    post: (fields: Record<string, string>) => answerFeedbackDesk(desk, { locale: 'vi', fields }),
  };
};

const filedIn = async (store: Store): Promise<Feedback[]> => {
  const found: Feedback[] = [];
  for await (const one of store.feedback.stream({ from: '2020-01-01', to: '2030-01-01' })) found.push(one);
  return found;
};

const codeIn = (body: string): string => /PA-\w{4}-\w{4}/.exec(body)?.[0] ?? '';
const pinIn = (body: string): string => /<dd>(\d{6})<\/dd>/.exec(body)?.[1] ?? '';

describe('the feedback form without scripts', () => {
  it('files what was sent and shows code and PIN', async () => {
    const { store, post } = openDesk();
    const { status, body } = await post({
      form: 'file',
      once: ONCE,
      kind: 'delay',
      text: 'Chờ quá lâu ở quầy 2',
    });
    expect(status).toBe(200);
    expect(await filedIn(store)).toMatchObject([
      { code: codeIn(body), kind: 'delay', text: 'Chờ quá lâu ở quầy 2', channel: 'form', contact: null },
    ]);
    expect(pinIn(body)).toMatch(/^\d{6}$/);
  });

  it('files a form once that is sent twice at the same moment', async () => {
    const { store, post } = openDesk();
    const fields = { form: 'file', once: ONCE, kind: 'delay', text: 'Chờ quá lâu' };
    const [one, other] = await Promise.all([post(fields), post(fields)]);
    expect(codeIn(one.body)).toBe(codeIn(other.body));
    expect(await filedIn(store)).toHaveLength(1);
  });

  it('counts every wrong PIN of those tried at the same moment', async () => {
    const { post } = openDesk();
    const filed = await post({ form: 'file', once: ONCE, kind: 'delay', text: 'Chờ quá lâu' });
    const tries = Array.from({ length: 8 }, () =>
      post({ form: 'status', code: codeIn(filed.body), pin: '000000' }),
    );
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
  });

  it('files the same form once and gives the same code and PIN again', async () => {
    const { store, post } = openDesk();
    const fields = { form: 'file', once: ONCE, kind: 'delay', text: 'Chờ quá lâu' };
    const first = await post(fields);
    const again = await post(fields);
    expect(codeIn(again.body)).toBe(codeIn(first.body));
    expect(pinIn(again.body)).toBe(pinIn(first.body));
    expect(await filedIn(store)).toHaveLength(1);
  });

  it('keeps what was typed when something is missing', async () => {
    const { store, post } = openDesk();
    const { status, body } = await post({ form: 'file', once: ONCE, text: '', reach: '0912345678' });
    expect(status).toBe(422);
    expect(body).toContain('0912345678');
    expect(body).toContain(ONCE);
    expect(await filedIn(store)).toEqual([]);
  });

  it('refers a tố cáo and files it only when the sender insists that it is feedback', async () => {
    const { store, post } = openDesk();
    const fields = { form: 'file', once: ONCE, text: 'Tôi tố cáo cán bộ A nhận hối lộ' };
    expect((await post(fields)).status).toBe(422);
    expect(await filedIn(store)).toEqual([]);
    await post({ ...fields, insists: 'yes' });
    expect(await filedIn(store)).toHaveLength(1);
  });

  it('says that it was not recorded when storage refuses, and keeps the text', async () => {
    const store = createMemoryStore();
    store.commit = () => Promise.reject(new DomainError('store.unavailable', 'disk full'));
    const { status, body } = await openDesk(store).post({ form: 'file', once: ONCE, text: 'Chờ quá lâu' });
    expect(status).toBe(503);
    expect(body).toContain('CHƯA được ghi nhận');
    expect(body).toContain('Chờ quá lâu');
  });
});

describe('looking feedback up without scripts', () => {
  it('shows it for code and PIN, answers wrong PINs and unknown codes alike, and locks after five', async () => {
    const { post } = openDesk();
    const receipt = await post({ form: 'file', once: ONCE, text: 'Chờ quá lâu' });
    const [code, pin] = [codeIn(receipt.body), pinIn(receipt.body)];
    expect((await post({ form: 'status', code, pin })).body).toContain('Chờ quá lâu');
    const wrong = await post({ form: 'status', code, pin: '000000' });
    const unknown = await post({ form: 'status', code: 'PA-2222-2222', pin });
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(unknown.body.replaceAll('PA-2222-2222', code)).toBe(wrong.body);
    for (let tries = 0; tries < 4; tries += 1) await post({ form: 'status', code, pin: '000000' });
    expect((await post({ form: 'status', code, pin })).status).toBe(429);
  });

  it('says of an erased code that its time was over, and keeps no PIN with it', async () => {
    const store = createMemoryStore();
    const { post } = openDesk(store);
    const receipt = await post({ form: 'file', once: ONCE, text: 'Chờ quá lâu' });
    const [code, pin] = [codeIn(receipt.body), pinIn(receipt.body)];
    const filed = await store.feedback.find(code);
    if (!filed) throw new Error('it is filed');
    await store.commit([{ kind: 'feedback', record: { ...filed, version: 2, state: 'closed' } }]);
    const on = '2030-11-20';
    const periods = RetentionPeriods.parse({ feedbackDays: 365 });
    await sweep({ store, clock: { now: () => new Date(`${on}T05:00:00Z`) } }, { periods, on, dryRun: false });
    const { status, body } = await post({ form: 'status', code, pin });
    expect(status).toBe(410);
    expect(body).toContain('đã xoá ngày 20/11/2030 theo thời hạn lưu trữ');
    expect((await listOf(store.snapshot())).map(({ kind }) => kind)).toEqual(['erasure']);
  });
});
