import { describe, expect, it } from 'vitest';
import { erasureChange } from '../data/storage/records.js';
import { startConversation, textOf, titlesOf } from '../support/conversation.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import type { Store } from '../../data/store.js';

const STORY =
  'Sáng nay tôi đến quầy số 3, cán bộ nói trống không.\nTôi hỏi thì bảo "huỷ hồ sơ đi".\nXin cơ quan nhắc nhở.';

const allFeedback = async (store: Store): Promise<Feedback[]> => {
  const found: Feedback[] = [];
  for await (const one of store.feedback.stream({ from: '2020-01-01', to: '2030-01-01' })) found.push(one);
  return found;
};

const codeIn = (text: string): string => /PA-\w{4}-\w{4}/.exec(text)?.[0] ?? '';
const pinIn = (text: string): string => /PIN:? (\d{6})/.exec(text)?.[1] ?? '';

describe('filing feedback', () => {
  it('keeps a long story word for word and gives a code and a PIN', async () => {
    const citizen = startConversation();
    await citizen.sayAll('Gửi phản ánh', 'Thái độ phục vụ', STORY, 'Không có mã hồ sơ', 'Không, gửi ẩn danh');
    const receipt = await citizen.say('Gửi');
    expect(textOf(receipt)).toMatch(/PA-\w{4}-\w{4}/);
    const [filed, ...others] = await allFeedback(citizen.store);
    expect(others).toEqual([]);
    expect(filed).toMatchObject({
      kind: 'attitude',
      text: STORY,
      channel: 'chat',
      contact: null,
      state: 'received',
      version: 1,
    });
    expect(filed?.code).toBe(codeIn(textOf(receipt)));
    expect(citizen.failures).toEqual([]);
  });

  it('reads everything back before it files, and files nothing when the citizen decides against it', async () => {
    const citizen = startConversation();
    const readBack = await citizen.sayAll('Gửi phản ánh', '2', STORY, 'không', 'không');
    expect(textOf(readBack)).toContain(STORY);
    expect(textOf(readBack)).toContain('Chậm trễ');
    await citizen.say('Không gửi');
    expect(await allFeedback(citizen.store)).toEqual([]);
  });

  it('keeps a contact only after consent', async () => {
    const citizen = startConversation();
    await citizen.sayAll(
      'Gửi phản ánh',
      '1',
      STORY,
      'không',
      'Đồng ý, tôi để lại liên hệ',
      '0912 345 678',
      'Gửi',
    );
    const [filed] = await allFeedback(citizen.store);
    expect(filed?.contact).toEqual({
      name: null,
      reach: '0912 345 678',
      consentAt: '2026-11-20T02:00:00.000Z',
    });
  });

  it('warns before identity numbers are stored in a free text', async () => {
    const citizen = startConversation();
    const readBack = await citizen.sayAll(
      'Gửi phản ánh',
      '1',
      'Căn cước của tôi là 038095001234, bị từ chối',
      'không',
      'không',
    );
    expect(textOf(readBack)).toContain('số giấy tờ');
  });

  it('goes back a step and keeps the other answers', async () => {
    const citizen = startConversation();
    await citizen.sayAll('Gửi phản ánh', '1', STORY);
    expect(textOf(await citizen.say('quay lại'))).toContain('kể lại sự việc');
    const readBack = await citizen.sayAll('Câu chuyện khác', 'không', 'không');
    expect(textOf(readBack)).toContain('Câu chuyện khác');
    expect(textOf(readBack)).toContain('Thái độ phục vụ');
  });

  it('stops only when the whole message says so', async () => {
    const citizen = startConversation();
    await citizen.sayAll('Gửi phản ánh', '1');
    expect(textOf(await citizen.say('huỷ'))).toContain('Đã dừng');
    expect(await allFeedback(citizen.store)).toEqual([]);
  });

  it('says how long a text is and that nothing was recorded when it is too long', async () => {
    const citizen = startConversation();
    const reply = await citizen.sayAll('Gửi phản ánh', '1', 'a'.repeat(5_001));
    expect(textOf(reply)).toContain('5001');
    expect(textOf(reply)).toContain('Chưa có gì được ghi lại');
  });

  it('files once when the confirming message arrives twice', async () => {
    const citizen = startConversation();
    await citizen.sayAll('Gửi phản ánh', '1', STORY, 'không', 'không');
    await citizen.say('Gửi', 'chat:confirm');
    await citizen.say('Gửi', 'chat:confirm');
    expect(await allFeedback(citizen.store)).toHaveLength(1);
  });
});

describe('khiếu nại and tố cáo', () => {
  it.each([
    'Tôi muốn khiếu nại quyết định cắt trợ cấp của chủ tịch xã',
    'tôi tố cáo ông trưởng phòng nhận hối lộ',
  ])('refers "%s" to the reception desk and keeps nothing', async (text) => {
    const office = { citizenReception: { place: 'Phòng Tiếp công dân, 1 Lê Lợi', hours: null, phone: null } };
    const citizen = startConversation({ office });
    expect(textOf(await citizen.say(text))).toContain('Phòng Tiếp công dân, 1 Lê Lợi');
    expect(await allFeedback(citizen.store)).toEqual([]);
  });

  it('asks inside the form too and lets the citizen decide', async () => {
    const citizen = startConversation();
    const asked = await citizen.sayAll('Gửi phản ánh', '1', 'Tôi làm đơn tố cáo cán bộ nhận tiền của dân');
    expect(titlesOf(asked)).toContain('Gửi như phản ánh');
    await citizen.sayAll('Tôi sẽ đến nơi tiếp công dân');
    expect(await allFeedback(citizen.store)).toEqual([]);
  });
});

describe('following feedback up', () => {
  const filed = async () => {
    const citizen = startConversation();
    const receipt = textOf(await citizen.sayAll('Gửi phản ánh', '1', STORY, 'không', 'không', 'Gửi'));
    return { citizen, code: codeIn(receipt), pin: pinIn(receipt) };
  };

  it('shows every state with its date for code and PIN, typed as people type', async () => {
    const { citizen, code, pin } = await filed();
    const shown = await citizen.sayAll(code.toLowerCase().replaceAll('-', ' '), pin);
    expect(textOf(shown)).toContain('Đã tiếp nhận');
    expect(textOf(shown)).toContain('20/11/2026');
  });

  it('adds information to it', async () => {
    const { citizen, code, pin } = await filed();
    await citizen.sayAll(code, pin, 'Bổ sung thông tin', 'Người đó đeo thẻ số 12.');
    const [record] = await allFeedback(citizen.store);
    expect(record?.history.at(-1)).toMatchObject({ by: 'citizen', text: 'Người đó đeo thẻ số 12.' });
    expect(record?.version).toBe(2);
  });

  it('says of an erased code that its time was over, with the right PIN or another', async () => {
    const { citizen, code, pin } = await filed();
    const [record] = await allFeedback(citizen.store);
    if (!record) throw new Error('it is filed');
    await citizen.store.commit([
      { kind: 'feedback', record: { ...record, version: 2, state: 'closed' } },
      erasureChange('feedback', code, 2),
    ]);
    for (const typed of [pin, '000000'])
      expect(textOf(await citizen.sayAll(code, typed))).toContain(
        `Phản ánh ${code} đã xoá ngày 05/11/2026 theo thời hạn lưu trữ`,
      );
  });

  it('answers a wrong PIN and a code never given out alike, and locks after five', async () => {
    const { citizen, code } = await filed();
    const wrong = textOf(await citizen.sayAll(code, '000000'));
    for (let tries = 0; tries < 4; tries += 1) await citizen.say('000000');
    expect(wrong).toContain('không khớp');
    expect(textOf(await citizen.say('000000'))).toContain('sau một giờ');
  });
});
