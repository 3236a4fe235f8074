import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadPlaces, loadPlaceTables } from '../../data/load-places.js';

const folder = mkdtempSync(join(tmpdir(), 'motcua-places-'));
const imported = (province: string) => ({
  province,
  resolution: 'Nghị quyết 1/NQ-UBTVQH15',
  resolvedOn: '2025-06-16',
  inForce: '2025-07-01',
  sources: [{ title: 'Cổng thông tin điện tử tỉnh', url: 'https://tinh.example.vn', readOn: '2026-11-22' }],
  counts: null,
  places: [
    {
      name: 'Xã Mới',
      seat: null,
      from: [{ province: 'Tỉnh Hà Giang', district: 'Huyện Cũ', wards: ['Xã Thứ Nhất'] }],
    },
  ],
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("an office's own tables of places", () => {
  it('stand besides the shipped one, or in its place for the same province', () => {
    writeFileSync(join(folder, 'tuyen-quang.json'), JSON.stringify(imported('Tỉnh Tuyên Quang')));
    expect(loadPlaceTables(folder).map(({ province }) => province)).toEqual([
      'Thành phố Hồ Chí Minh',
      'Tỉnh Tuyên Quang',
    ]);
    expect(loadPlaces(folder).find('xã Thứ Nhất, Hà Giang')).toMatchObject({ outcome: 'moved' });
    writeFileSync(join(folder, 'hcm.json'), JSON.stringify(imported('Thành phố Hồ Chí Minh')));
    expect(loadPlaceTables(folder).flatMap(({ places }) => places)).toHaveLength(2);
  });

  it('need not be there, and stop the start with their name when wrong', () => {
    expect(loadPlaceTables(join(folder, 'missing'))).toEqual(loadPlaceTables());
    const own = mkdtempSync(join(tmpdir(), 'motcua-places-'));
    writeFileSync(join(own, 'sai.json'), '{"province": "Tỉnh Mẫu"}');
    expect(() => loadPlaces(own)).toThrow('sai.json');
    rmSync(own, { recursive: true });
  });
});
