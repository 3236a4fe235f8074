import { describe, expect, it } from 'vitest';
import { answered, startConversation, textOf, titlesOf } from '../support/conversation.js';

describe('asking about a procedure', () => {
  it('answers a question with one procedure: time, papers, fee, where, basis and the day it was verified', async () => {
    const citizen = startConversation();
    const answer = await answered(citizen, 'cấp lại giấy xác nhận khuyết tật bị mất');
    const card = answer.at(-1)?.card;
    expect(card?.title).toBe('Đổi, cấp lại Giấy xác nhận khuyết tật');
    expect(card?.facts.map(({ label }) => label)).toEqual([
      'Thời gian giải quyết',
      'Nộp lúc này (20/11/2026), hẹn trả',
      'Giấy tờ',
      'Lệ phí',
      'Cách nộp',
    ]);
    expect(textOf(answer)).toMatch(/Kiểm chứng ngày \d{2}\/\d{2}\/20\d{2}/);
    expect(citizen.failures).toEqual([]);
  });

  it('asks which case the applicant is in before it lists papers, and lists only his', async () => {
    const citizen = startConversation();
    const question = await citizen.say('1.014199');
    expect(question.at(-1)?.expects).toBe('choice');
    let reply = question;
    while (reply.at(-1)?.expects === 'choice') reply = await citizen.say('1');
    const everybody = startConversation();
    let all = await everybody.say('1.014199');
    while (all.at(-1)?.expects === 'choice') all = await everybody.say('Tôi chưa rõ');
    const papers = (messages: typeof reply) =>
      messages.at(-1)?.card?.sections.find(({ id }) => id === 'documents')?.lines.length ?? 0;
    expect(papers(reply)).toBeGreaterThan(0);
    expect(papers(reply)).toBeLessThan(papers(all));
    expect(textOf(all)).toContain('Chỉ khi:');
  });

  it('answers a question about the time without losing the question about the case', async () => {
    const citizen = startConversation();
    const asked = textOf(await citizen.say('1.014199'));
    const reply = textOf(await citizen.say('mất bao lâu?'));
    expect(reply).toContain('Thời gian giải quyết: 10 ngày làm việc');
    expect(reply).toContain(asked.split('\n').at(-1));
  });

  it('goes back from the last question of the case to the one before', async () => {
    const citizen = startConversation();
    const first = textOf(await citizen.say('1.014199'));
    await citizen.say('1');
    expect(textOf(await citizen.say('quay lại'))).toBe(first);
  });

  it.each([
    ['mất bao lâu?', 'Thời gian giải quyết: 10 ngày làm việc'],
    ['lệ phí?', 'Lệ phí: '],
    ['nộp ở đâu?', 'Cách nộp: '],
    ['cần giấy gì?', 'Giấy tờ cần nộp'],
    ['mẫu đơn?', 'Tải mẫu tại trang chính thức: https://'],
  ])('understands the follow-up "%s"', async (question, expected) => {
    const citizen = startConversation();
    await answered(citizen, 'thực hiện trợ cấp hưu trí xã hội');
    expect(textOf(await answered(citizen, question))).toContain(expected);
  });

  it('offers a choice when several fit, and takes the number as an answer', async () => {
    const citizen = startConversation();
    const choice = await citizen.say('mai táng phí');
    expect(titlesOf(choice).length).toBeGreaterThan(2);
    expect(titlesOf(choice).at(-1)).toBe('Không có việc tôi cần');
    expect((await answered(citizen, '1')).at(-1)?.card?.kind).toBe('procedure');
  });

  it('says what to do next when none of the choices is right', async () => {
    const citizen = startConversation();
    await citizen.say('mai táng phí');
    expect(textOf(await citizen.say('Không có việc tôi cần'))).toContain('Gặp cán bộ');
  });

  it('refers what belongs to another authority and never names a procedure for it', async () => {
    const citizen = startConversation();
    const reply = await citizen.say('đăng ký khai sinh cho cháu mới sinh');
    expect(textOf(reply)).toContain('không thuộc cơ quan chúng tôi');
    expect(reply.at(-1)?.card).toBeNull();
  });

  it('says honestly that it did not find, with the hotline', async () => {
    const citizen = startConversation();
    const reply = textOf(await citizen.say('xủng xoảng lẻng xẻng bùm chát'));
    expect(reply).toContain('chưa tìm thấy');
    expect(reply).toContain('1900 1234');
  });

  it('says "chưa cấu hình" where the office has set no hotline', async () => {
    const citizen = startConversation({ office: { hotline: null } });
    expect(textOf(await citizen.say('đường dây nóng'))).toContain('chưa cấu hình');
  });

  it('puts the local limit beside the legal one with its decision', async () => {
    const local = [
      {
        procedure: '1.001653',
        time: { value: 3, unit: 'workingDay' as const },
        fee: null,
        decision: 'QĐ 01/QĐ-UBND',
      },
    ];
    const citizen = startConversation({ office: { local } });
    const answer = textOf(await answered(citizen, '1.001653'));
    expect(answer).toContain('3 ngày làm việc (theo luật: 5 ngày làm việc)');
    expect(answer).toContain('QĐ 01/QĐ-UBND');
  });

  it('warns when the office has paused a procedure', async () => {
    const paused = [{ procedure: '1.001653', reason: 'đang đổi mẫu', until: '2026-12-31' }];
    const citizen = startConversation({ office: { paused } });
    const first = await citizen.say('1.001653');
    expect(first.at(-1)?.expects).toBe('choice');
    expect(textOf(first)).toContain('đang rà soát thủ tục này: đang đổi mẫu. Dự kiến đến 31/12/2026');
  });

  it('puts the pause of labour leasing first while it lasts', async () => {
    const citizen = startConversation();
    const answer = await answered(citizen, '1.000479');
    expect(answer.at(-1)?.card?.notices[0]?.tone).toBe('warning');
  });
});

describe('the language', () => {
  it('switches at any step, is remembered, and asks the open step again', async () => {
    const citizen = startConversation();
    await citizen.say('1.014199');
    const switched = await citizen.say('English');
    expect(textOf(switched)).toContain('I will answer in English');
    expect(switched.at(-1)?.expects).toBe('choice');
    let answer = await citizen.say('1');
    while (answer.at(-1)?.expects === 'choice') answer = await citizen.say('1');
    expect(textOf(answer)).toContain('Papers to hand in');
    expect(textOf(await citizen.say('tiếng việt'))).toContain('tiếng Việt');
  });

  it('answers plain English in English without being told', async () => {
    const citizen = startConversation();
    expect(textOf(await answered(citizen, 'how do I extend a work permit for a foreign engineer'))).toContain(
      'Processing time',
    );
  });
});

describe('commands at any step', () => {
  it('helps and then asks the open step again', async () => {
    const citizen = startConversation();
    const asked = textOf(await citizen.say('1.014199'));
    const helped = textOf(await citizen.say('trợ giúp'));
    expect(helped).toContain('Đường dây nóng: 1900 1234');
    expect(helped).toContain(asked);
  });

  it('starts over with the greeting and forgets what was talked about', async () => {
    const citizen = startConversation();
    await answered(citizen, '1.001653');
    expect(textOf(await citizen.say('bắt đầu lại'))).toContain('Trợ lý Một Cửa');
    expect(textOf(await citizen.say('Mất bao lâu?'))).toContain('cần làm thủ tục gì');
  });

  it('browses by field a page at a time and answers', async () => {
    const citizen = startConversation();
    const page = await citizen.sayAll('menu', 'Theo lĩnh vực', 'Người có công');
    expect(titlesOf(page)).toContain('Xem thêm');
    const next = await citizen.say('Xem thêm');
    expect(titlesOf(next)).not.toEqual(titlesOf(page));
    expect(titlesOf(await citizen.say('quay lại'))).toEqual(titlesOf(page));
  });

  it('browses by situation in life', async () => {
    const citizen = startConversation();
    const events = await citizen.sayAll('menu', 'Theo việc trong đời sống');
    expect(titlesOf(events).length).toBeGreaterThan(3);
    const reply = await citizen.say('1');
    expect(reply.at(-1)?.card ?? reply.at(-1)?.suggestions).toBeTruthy();
  });

  it('greets with what it can do on one screen', async () => {
    const citizen = startConversation();
    const greeting = await citizen.join();
    expect(textOf(greeting).length).toBeLessThan(400);
    expect(titlesOf(greeting)).toEqual([
      'Hỏi thủ tục',
      'Xem hồ sơ',
      'Gửi phản ánh',
      'Đánh giá phục vụ',
      'Gặp cán bộ',
    ]);
  });

  it.each(['', '   ', '\u200b\u200b', '?', '12345', '😀😀', '<script>alert(1)</script>', 'đ'.repeat(60_000)])(
    'answers bad input (%#) plainly and without a failure',
    async (text) => {
      const citizen = startConversation();
      expect(textOf(await citizen.say(text))).not.toBe('');
      expect(citizen.failures).toEqual([]);
    },
  );
});
