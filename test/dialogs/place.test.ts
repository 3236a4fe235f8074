import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../data/load-places.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import { asksForPlace } from '../../dialogs/place/asks-for-place.js';
import { readQuestions } from '../questions/question-set.js';
import { startConversation, textOf, titlesOf } from '../support/conversation.js';

const SOURCE = 'Nguồn: https://sapnhap.bando.com.vn, xem ngày 17/07/2025.';

describe('a citizen who asks where his old ward files now', () => {
  it('reads the place of today, its office and the source', async () => {
    const heard = await startConversation().say('Phường 5 quận 3 cũ giờ nộp ở đâu?');
    expect(textOf(heard)).toContain('cũ nay thuộc Phường Bàn Cờ, Thành phố Hồ Chí Minh.');
    expect(textOf(heard)).toContain('Nơi nộp: Trung tâm Phục vụ hành chính công Phường Bàn Cờ.');
    expect(textOf(heard)).toContain('Nghị quyết 1685/NQ-UBTVQH15 ngày 16/06/2025, áp dụng từ 01/07/2025.');
    expect(textOf(heard)).toContain(SOURCE);
  });

  it('reads that there is no address where no source gives one', async () => {
    const heard = await startConversation().say('xã Bình Chánh huyện Bình Chánh cũ giờ nộp ở đâu');
    expect(textOf(heard)).toContain('Xã Bình Chánh. Chưa có địa chỉ.');
  });

  it('reads every place a split ward belongs to now', async () => {
    const heard = await startConversation().say('phường 4 quận 3 cũ giờ nộp ở đâu');
    expect(textOf(heard)).toContain('chia về 2 nơi: Phường Bàn Cờ, Phường Xuân Hòa');
  });

  it('is asked for the district when several wards had the name', async () => {
    const citizen = startConversation();
    const asked = await citizen.say('phường an phú cũ giờ nộp ở đâu');
    expect(titlesOf(asked)).toEqual(['Thành phố Thủ Đức', 'Thành phố Thuận An']);
    expect(textOf(await citizen.say('thuan an'))).toContain('Phường An Phú, Thành phố Hồ Chí Minh.');
  });

  it('is asked for the ward of a district, and "5" is ward 5', async () => {
    const citizen = startConversation();
    const asked = await citizen.say('quận Bình Thạnh giờ làm ở đâu');
    expect(textOf(asked)).toContain('nay thuộc 5 nơi: Phường Bình Lợi Trung');
    expect(textOf(await citizen.say('phường 6'))).toContain('không có Phường 6 thuộc Quận Bình Thạnh');
    expect(textOf(await citizen.say('5'))).toContain('Phường Bình Lợi Trung, Thành phố Hồ Chí Minh.');
  });

  it('may name another district, a place of today or something else instead', async () => {
    const citizen = startConversation();
    await citizen.say('quận 3 cũ giờ nộp ở đâu');
    expect(textOf(await citizen.say('quận 5'))).toContain('Phường An Đông, Phường Chợ Lớn, Phường Chợ Quán');
    expect(textOf(await citizen.say('phường Chợ Lớn'))).toContain(
      'Phường Chợ Lớn, Thành phố Hồ Chí Minh là tên',
    );
    await citizen.say('quận 3 cũ giờ nộp ở đâu');
    expect(textOf(await citizen.say('gia hạn giấy phép lao động mất bao lâu'))).toContain(
      'giấy phép lao động',
    );
  });

  it('learns the new name of a province and is told plainly what is not known', async () => {
    const citizen = startConversation();
    const known = textOf(await citizen.say('tỉnh Hà Giang cũ giờ thuộc tỉnh nào'));
    expect(known).toContain('Tỉnh Tuyên Quang, theo Nghị quyết 202/2025/QH15 ngày 12/06/2025.');
    expect(known).toContain('chưa có bảng phường, xã của Tỉnh Tuyên Quang');
    const unknown = textOf(await citizen.say('xã Abc Def cũ nay thuộc xã nào'));
    expect(unknown).toContain('không đoán');
    expect(unknown).toContain('Cổng Dịch vụ công quốc gia');
  });

  it('goes on from a province whose wards are known', async () => {
    const citizen = startConversation();
    await citizen.say('tỉnh Bình Dương cũ giờ là tỉnh nào');
    expect(textOf(await citizen.say('dĩ an'))).toContain(
      'Thành phố Dĩ An (Tỉnh Bình Dương) cũ nay thuộc 3 nơi',
    );
  });

  it('interrupts an open choice', async () => {
    const citizen = startConversation();
    await citizen.say('sổ hộ nghèo nộp ở đâu');
    expect(textOf(await citizen.say('phường 5 quận 3 cũ giờ nộp ở đâu'))).toContain('Phường Bàn Cờ');
  });
});

describe('the tap in where to file', () => {
  it('asks for the old place, and asks again for one it does not know', async () => {
    const citizen = startConversation();
    await citizen.say('cấp giấy phép lao động cho người nước ngoài nộp ở đâu');
    expect(textOf(await citizen.say('Nơi nộp mới'))).toContain('gõ phường, xã và quận, huyện cũ');
    expect(textOf(await citizen.say('chỗ nhà tôi'))).toContain('không đoán');
    expect(textOf(await citizen.say('q1 p ben nghe'))).toContain('Phường Sài Gòn, Thành phố Hồ Chí Minh.');
  });

  it('is offered there and nowhere else', async () => {
    const citizen = startConversation();
    const where = await citizen.say('cấp giấy phép lao động cho người nước ngoài nộp ở đâu');
    expect(titlesOf(where)).toContain('Nơi nộp mới');
    expect(titlesOf(await citizen.say('Lệ phí?'))).not.toContain('Nơi nộp mới');
  });
});

describe("a place the office's own profile serves", () => {
  const counters = [
    {
      name: 'Quầy Một cửa số 1',
      address: '12 Nguyễn Thiện Thuật',
      phone: null,
      hours: { '1': [{ from: '07:30', to: '11:30' }] },
    },
  ];

  it.each([null, 'Thành phố Hồ Chí Minh', 'Hồ Chí Minh'])(
    'is sent to its counters (province %s)',
    async (province) => {
      const office = { serves: ['Phường Bàn Cờ'], province, counters };
      const heard = textOf(await startConversation({ office }).say('phường 5 quận 3 cũ giờ nộp ở đâu'));
      expect(heard).toContain('- Quầy Một cửa số 1, 12 Nguyễn Thiện Thuật (thứ Hai 07:30–11:30)');
      expect(heard).not.toContain('khi thành lập');
    },
  );

  it('is not when the office is in another province', async () => {
    const office = { serves: ['Phường Bàn Cờ'], province: 'Tỉnh Mẫu', counters };
    const heard = textOf(await startConversation({ office }).say('phường 5 quận 3 cũ giờ nộp ở đâu'));
    expect(heard).not.toContain('Quầy Một cửa số 1');
  });
});

describe('a question about a procedure that names a place', () => {
  it('is answered as the procedure', async () => {
    const heard = await startConversation().say('phường 5 quận 3 cũ làm giấy phép lao động giờ nộp ở đâu');
    expect([textOf(heard), ...titlesOf(heard)].join('\n')).toContain('Cấp giấy phép lao động');
    expect(textOf(heard)).not.toContain('cũ nay thuộc');
  });

  it('is answered as without the place, for the questions of the set', async () => {
    const asked = readQuestions('report').filter(({ context }) => context === null);
    const places = [' ở quận 3', ' ở phường 5 quận 3 cũ'];
    for (const [index, { text }] of asked.filter((_, at) => at % 12 === 0).entries()) {
      const heard = await startConversation().say(text + (places[index % 2] ?? ''));
      expect(textOf(heard), text).not.toContain('cũ nay thuộc');
    }
  });
});

describe('a question about a place', () => {
  const services = { places: loadPlaces(), understand: loadUnderstanding() };

  it.each(['tune', 'report', 'blind'] as const)(
    'takes away no question of the %s part of the question set',
    (split) => {
      const taken = readQuestions(split).filter(({ text }) => asksForPlace({ services, text }));
      expect(taken).toEqual([]);
    },
  );
});
