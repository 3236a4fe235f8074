import { describe, expect, it } from 'vitest';
import { matchesPin } from '../../data/feedback/pin.js';
import type { Store } from '../../data/store.js';
import { erasureChange, feedbackChange } from '../data/storage/records.js';
import { createMemoryStore } from '../support/memory-store.js';
import { motcuaHere } from '../support/motcua.js';

const ADD = ['feedback', 'add', '--channel', 'phone', '--recorded-by', 'Chị Lan', '--kind', 'cham-tre'];

const added = async (store: Store, more: string[] = []): Promise<{ code: string; pin: string }> => {
  const { out } = await motcuaHere([...ADD, '--text', 'Hồ sơ trễ hẹn', '--json', ...more], { store });
  return JSON.parse(out) as { code: string; pin: string };
};

const actionsOf = async (store: Store): Promise<string[]> => {
  const actions: string[] = [];
  for await (const { action } of store.audit.stream({ from: '2000-01-01', to: '2100-01-01' }))
    actions.push(action);
  return actions;
};

describe('recording a phone call', () => {
  it('keeps what was said and who wrote it down, and gives the code and PIN to read out', async () => {
    const store = createMemoryStore();
    const { code, pin } = await added(store);
    const kept = await store.feedback.find(code);
    expect(kept).toMatchObject({
      text: 'Hồ sơ trễ hẹn',
      kind: 'delay',
      channel: 'phone',
      recordedBy: 'Chị Lan',
      contact: null,
    });
    expect(kept && (await matchesPin(kept, pin))).toBe(true);
    expect(await actionsOf(store)).toEqual(['feedback.add']);
  });

  it('says code and PIN in a sentence a clerk can read out', async () => {
    const { out } = await motcuaHere([...ADD, '--text', 'Hồ sơ trễ hẹn']);
    expect(out).toMatch(/Mã phản ánh: PA-\w{4}-\w{4}\n {2}Mã PIN: {6}\d{6}\n/);
  });

  it('takes a text of many lines from the pipe', async () => {
    const store = createMemoryStore();
    const { code, out } = await motcuaHere([...ADD, '--json'], {
      store,
      input: ['Dòng một\nDòng ', 'hai\n'],
    });
    expect(code).toBe(0);
    const { code: tracking } = JSON.parse(out) as { code: string };
    expect((await store.feedback.find(tracking))?.text).toBe('Dòng một\nDòng hai');
  });

  it('does not wait for a person to type when nothing is piped in', async () => {
    const { code, err } = await motcuaHere(ADD, { terminal: { inputIsTty: true } });
    expect(code).toBe(2);
    expect(err).toContain('--text');
  });

  it('keeps a contact only with consent', async () => {
    const store = createMemoryStore();
    const refused = await motcuaHere([...ADD, '--text', 'x', '--contact', '0912345678'], { store });
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--consent') as string });
    const { code } = await added(store, ['--contact', '0912345678', '--contact-name', 'Bà Mẫu', '--consent']);
    expect((await store.feedback.find(code))?.contact).toMatchObject({ name: 'Bà Mẫu', reach: '0912345678' });
  });

  it.each([
    [['--dossier', 'abc'], 'không phải là mã hồ sơ'],
    [['--kind', 'linh-tinh'], 'Cho phép: thai-do-phuc-vu'],
    [['--channel', 'sms'], '--channel "sms" không có'],
    [['--text', 'a'.repeat(5_001)], 'quá 5.000 ký tự'],
    [['--contact-name', 'Bà Mẫu'], 'phải có --contact'],
  ])('refuses %j', async (more, sentence) => {
    const { code, err } = await motcuaHere([...ADD, '--text', 'x', ...more]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('takes a dossier code as it is dictated', async () => {
    const store = createMemoryStore();
    const { code } = await added(store, ['--dossier', '000.00.12.h56-261105-0001']);
    expect((await store.feedback.find(code))?.dossierCode).toBe('000.00.12.H56-261105-0001');
  });
});

describe('answering and closing', () => {
  it('goes through the states and is shown step by step', async () => {
    const store = createMemoryStore();
    const { code } = await added(store);
    expect((await motcuaHere(['feedback', 'answer', code, '--text', 'Đã trả.'], { store })).out).toBe(
      `${code}: Đã trả lời.\n`,
    );
    expect((await motcuaHere(['feedback', 'close', code.toLowerCase()], { store })).code).toBe(0);
    const { out } = await motcuaHere(['feedback', 'show', code], { store });
    expect(out).toMatch(/Cơ quan: Đã trả lời – Đã trả\.\n.*Cơ quan: Đã đóng/s);
    expect(await actionsOf(store)).toEqual(['feedback.add', 'feedback.answer', 'feedback.close']);
  });

  it('does not close silently what was never answered', async () => {
    const store = createMemoryStore();
    const { code } = await added(store);
    const closed = await motcuaHere(['feedback', 'close', code], { store });
    expect(closed).toMatchObject({ code: 1, err: expect.stringContaining('phải ghi lý do') as string });
    expect((await store.feedback.find(code))?.state).toBe('received');
    expect((await motcuaHere(['feedback', 'close', code, '--text', 'Trùng.'], { store })).code).toBe(0);
  });

  it('says so when the step is not allowed or the code is not known', async () => {
    const store = createMemoryStore();
    const { code } = await added(store);
    await motcuaHere(['feedback', 'answer', code, '--text', 'Đã trả.'], { store });
    const twice = await motcuaHere(['feedback', 'answer', code, '--text', 'Nữa.'], { store });
    expect(twice).toMatchObject({
      code: 1,
      err: `${code} đang ở bước "Đã trả lời" nên không làm được việc này.\n`,
    });
    const other = createMemoryStore();
    expect(await motcuaHere(['feedback', 'answer', code, '--text', 'x'], { store: other })).toMatchObject({
      code: 1,
      err: `Không có phản ánh ${code}.\n`,
    });
    const shown = await motcuaHere(['feedback', 'show', code], { store: other });
    expect(shown).toMatchObject({ code: 1, err: `Không có phản ánh ${code}.\n` });
  });

  it('says of a code whose time was over when it was erased', async () => {
    const store = createMemoryStore();
    await store.commit([feedbackChange({ state: 'closed' }), erasureChange('feedback', 'PA-4P99-999V', 1)]);
    const erased = 'Phản ánh PA-4P99-999V đã xoá ngày 05/11/2026 theo thời hạn lưu trữ.\n';
    for (const args of [
      ['feedback', 'show', 'PA-4P99-999V'],
      ['feedback', 'answer', 'PA-4P99-999V', '--text', 'Đã trả.'],
      ['feedback', 'close', 'PA-4P99-999V'],
    ])
      expect(await motcuaHere(args, { store })).toMatchObject({ code: 1, err: erased, out: '' });
  });
});

describe('listing and showing', () => {
  it('lists what is open, of one state if asked', async () => {
    const store = createMemoryStore();
    const [one, other] = [await added(store), await added(store)];
    await motcuaHere(['feedback', 'answer', one.code, '--text', 'Đã trả.'], { store });
    const all = await motcuaHere(['feedback', 'list'], { store });
    expect(all.out).toContain(one.code);
    expect(all.err).toContain('2 phản ánh');
    const answered = await motcuaHere(['feedback', 'list', '--state', 'da-tra-loi', '--json'], { store });
    expect(answered.out).toContain(one.code);
    expect(answered.out).not.toContain(other.code);
    expect((await motcuaHere(['feedback', 'list', '--state', 'reopened'], { store })).err).toBe(
      'Không có phản ánh nào.\n',
    );
  });

  it('shows who to call only when asked, and notes that it was asked', async () => {
    const store = createMemoryStore();
    const { code } = await added(store, ['--contact', '0912345678', '--consent']);
    const plain = await motcuaHere(['feedback', 'show', code], { store });
    expect(plain.out).not.toContain('0912345678');
    const full = await motcuaHere(['feedback', 'show', code, '--with-contact'], { store });
    expect(full.out).toContain('Liên hệ: 0912345678');
    const json = await motcuaHere(['feedback', 'show', code, '--json'], { store });
    expect(JSON.parse(json.out)).toMatchObject({ code, contact: null });
    expect(json.out).not.toContain('salt');
    expect(await actionsOf(store)).toEqual(['feedback.add', 'feedback.showContact']);
  });
});
