import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../../data/load-places.js';
import type { FoundPlace } from '../../../data/places/find-place.js';

const places = loadPlaces();

/** The outcome in a line: "Phường 5, Quận 3 → Phường Bàn Cờ". */
const told = (found: FoundPlace): string => {
  const names = (units: readonly { name: string }[]) => units.map(({ name }) => name).join(' + ');
  switch (found.outcome) {
    case 'moved':
      return `${found.ward.name}, ${found.ward.district.name} → ${names(found.ward.to)}`;
    case 'which':
      return `which: ${found.wards.map(({ name, district }) => `${name}, ${district.name}`).join('; ')}`;
    case 'spread':
      return `${found.district.name} → ${String(found.district.to.length)}${found.missing === null ? '' : `, without ${found.missing}`}`;
    case 'current':
      return `today: ${names(found.places)}`;
    case 'province':
      return `${found.province.name} → ${found.province.now}${found.covered ? '' : ', no table'}`;
    case 'unknown':
      return 'unknown';
  }
};

describe('an old place', () => {
  it.each([
    // One ward, however it is written.
    ['Phường 5, Quận 3', 'Phường 5, Quận 3 → Phường Bàn Cờ'],
    ['p5 q3', 'Phường 5, Quận 3 → Phường Bàn Cờ'],
    ['P.5, Q.3', 'Phường 5, Quận 3 → Phường Bàn Cờ'],
    ['phuong 05 quan 3 tphcm', 'Phường 5, Quận 3 → Phường Bàn Cờ'],
    ['ward 5 district 3', 'Phường 5, Quận 3 → Phường Bàn Cờ'],
    ['p bến nghé', 'Phường Bến Nghé, Quận 1 → Phường Sài Gòn'],
    ['xã Bến Nghé', 'Phường Bến Nghé, Quận 1 → Phường Sài Gòn'],
    ['tan thong hoi cu chi', 'Xã Tân Thông Hội, Huyện Củ Chi → Xã Củ Chi'],
    ['x. Tân Thông Hội, h. Củ Chi', 'Xã Tân Thông Hội, Huyện Củ Chi → Xã Củ Chi'],
    ['tt củ chi', 'Thị trấn Củ Chi, Huyện Củ Chi → Xã Tân An Hội'],
    ['xã Qui Đức', 'Xã Quy Đức, Huyện Bình Chánh → Xã Hưng Long'],
    ['Hoà Phú, Củ Chi', 'Xã Hòa Phú, Huyện Củ Chi → Xã Bình Mỹ'],
    ['bình thuận quận 7', 'Phường Bình Thuận, Quận 7 → Phường Tân Thuận'],
    ['phường 5, tp Vũng Tàu, Bà Rịa - Vũng Tàu', 'Phường 5, Thành phố Vũng Tàu → Phường Vũng Tàu'],
    // Split between several of today: all are named.
    ['phường 4 quận 3', 'Phường 4, Quận 3 → Phường Bàn Cờ + Phường Xuân Hòa'],
    ['phường 16 quận 8', 'Phường 16, Quận 8 → Xã Tân Nhựt + Phường Bình Phú + Phường Phú Định'],
    // Several of this name.
    ['phường An Phú', 'which: Phường An Phú, Thành phố Thủ Đức; Phường An Phú, Thành phố Thuận An'],
    ['xã An Phú', 'Xã An Phú, Huyện Củ Chi → Xã An Nhơn Tây'],
    ['An Phú, Thuận An', 'Phường An Phú, Thành phố Thuận An → Phường An Phú'],
    // Marks tell names apart; without marks both are asked about.
    ['Thạnh An', 'Xã Thạnh An, Huyện Cần Giờ → Xã Thạnh An'],
    ['thanh an', 'which: Xã Thạnh An, Huyện Cần Giờ; Xã Thanh An, Huyện Dầu Tiếng'],
    // Districts.
    ['quận bình thạnh', 'Quận Bình Thạnh → 5'],
    ['củ chi', 'Huyện Củ Chi → 7'],
    ['tx Phú Mỹ', 'Thành phố Phú Mỹ → 5'],
    ['q2', 'Thành phố Thủ Đức → 12'],
    ['huyện Côn Đảo', 'Huyện Côn Đảo → 1'],
    ['dĩ an bình dương', 'Thành phố Dĩ An → 3'],
    // A ward the district never had.
    ['phường 13 quận 3', 'Quận 3 → 3, without Phường 13'],
    ['phường tân bình quận tân bình', 'Quận Tân Bình → 6, without Phường Tân Bình'],
    // Provinces.
    ['tỉnh Bình Dương', 'Tỉnh Bình Dương → Thành phố Hồ Chí Minh'],
    ['Bình Dương', 'Tỉnh Bình Dương → Thành phố Hồ Chí Minh'],
    ['tinh ha giang', 'Tỉnh Hà Giang → Tỉnh Tuyên Quang, no table'],
    ['Thừa Thiên Huế', 'Thành phố Huế → Thành phố Huế, no table'],
    ['phường 5 Sóc Trăng', 'Tỉnh Sóc Trăng → Thành phố Cần Thơ, no table'],
    ['Bình Thạnh, Sóc Trăng', 'Tỉnh Sóc Trăng → Thành phố Cần Thơ, no table'],
    // Names of today, and no names.
    ['phường Sài Gòn', 'today: Phường Sài Gòn'],
    ['xã Abc Def', 'unknown'],
    ['5', 'unknown'],
    ['', 'unknown'],
  ])('"%s" is %s', (typed, expected) => {
    expect(told(places.find(typed))).toBe(expected);
  });

  it('says which other place bears its name now, and when the district was only assumed', () => {
    expect(places.find('phường Tân Bình')).toMatchObject({
      ward: { district: { name: 'Thành phố Dĩ An' } },
      sameName: [{ name: 'Phường Tân Bình' }],
      assumed: true,
    });
    expect(places.find('phường Tân Bình, Dĩ An')).toMatchObject({ assumed: false });
  });

  it('is found for every ward of the table by its name and district', () => {
    const wards = [...new Set(['Quận 1', 'Huyện Củ Chi', 'Thành phố Thủ Đức', 'Huyện Xuyên Mộc'])].flatMap(
      (name) => {
        const found = places.find(name);
        return found.outcome === 'spread' ? found.district.wards : [];
      },
    );
    expect(wards).toHaveLength(10 + 21 + 34 + 13);
    for (const ward of wards)
      expect(places.find(`${ward.name}, ${ward.district.name}`)).toMatchObject({ outcome: 'moved', ward });
  });
});
