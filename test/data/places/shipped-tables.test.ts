import { describe, expect, it } from 'vitest';
import { loadPlaceTables, loadProvinces } from '../../../data/load-places.js';
import { PlaceTable } from '../../../data/places/place-table.js';

const [table] = loadPlaceTables();
if (table === undefined) throw new Error('no table');

describe('the shipped table of Thành phố Hồ Chí Minh', () => {
  it('has the 168 units its resolution names', () => {
    expect(table.resolution).toBe('Nghị quyết 1685/NQ-UBTVQH15');
    expect(table.counts).toEqual({ Phường: 113, Xã: 54, 'Đặc khu': 1 });
    expect(table.places).toHaveLength(168);
  });

  it('takes up every one of the 441 wards of the three old provinces, and the one district without wards', () => {
    const origins = table.places.flatMap(({ from }) => from);
    const wards = origins.flatMap(({ province, district, wards: names }) =>
      names.map((name) => ({ province, name: `${name}, ${district}` })),
    );
    const perProvince = (province: string) =>
      new Set(wards.filter((ward) => ward.province === province).map(({ name }) => name)).size;
    expect(perProvince('Thành phố Hồ Chí Minh')).toBe(273);
    expect(perProvince('Tỉnh Bình Dương')).toBe(91);
    expect(perProvince('Tỉnh Bà Rịa - Vũng Tàu')).toBe(77);
    expect(origins.filter(({ wards: names }) => names.length === 0).map(({ district }) => district)).toEqual([
      'Huyện Côn Đảo',
    ]);
  });

  it('keeps five units as they were', () => {
    const kept = ['Phường Thới Hòa', 'Xã Long Sơn', 'Xã Hòa Hiệp', 'Xã Bình Châu', 'Xã Thạnh An'];
    for (const name of kept)
      expect(table.places.find((place) => place.name === name)?.from.map(({ wards }) => wards)).toEqual([
        [name],
      ]);
  });

  it('is refused when a unit is missing or there twice', () => {
    const [first, ...rest] = table.places;
    const problems = (places: unknown[]) => PlaceTable.safeParse({ ...table, places }).error?.message ?? '';
    expect(problems(rest)).toContain('nghị quyết ghi 113');
    expect(problems([...rest, first, first])).toContain('được ghi hai lần');
  });
});

describe('the list of provinces', () => {
  const { provinces } = loadProvinces();

  it('makes 63 old ones 34 new ones with 3,321 units', () => {
    expect(provinces).toHaveLength(34);
    expect(new Set(provinces.flatMap(({ from }) => from)).size).toBe(63);
    expect(provinces.flatMap(({ from }) => from)).toHaveLength(63);
    expect(provinces.reduce((sum, { units }) => sum + units, 0)).toBe(3321);
  });

  it('leaves eleven as they were', () => {
    expect(provinces.filter(({ from }) => from.length === 1)).toHaveLength(11);
  });

  it('names every province a table speaks of', () => {
    const known = provinces.find(({ name }) => name === table.province);
    const origins = new Set(table.places.flatMap(({ from }) => from.map(({ province }) => province)));
    expect([...origins].sort()).toEqual(known?.from.toSorted());
    expect(known?.units).toBe(table.places.length);
  });
});
