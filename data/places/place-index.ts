import type { PlaceTable } from './place-table.js';
import type { ProvinceList } from './province-list.js';
import type { OldDistrict, OldProvince, OldWard, PlaceNow, Unit } from './unit.js';
import { nameKey, unitName } from './unit-name.js';

export interface Named {
  /** Its own or an earlier name. */
  name: string;
  unit: Unit;
}

export interface PlaceIndex {
  /** All that bear this bare name, by `nameKey`. */
  named(key: string): readonly Named[];
  /** Words in the longest name. */
  longest: number;
  provinces: ProvinceList;
  /** The provinces of today whose wards are known. */
  covered: ReadonlySet<string>;
}

/** Every old and new unit of the tables under its bare name. */
export const createPlaceIndex = (tables: readonly PlaceTable[], provinces: ProvinceList): PlaceIndex => {
  const named = new Map<string, Named[]>();
  const add = (name: string, unit: Unit): void => {
    const key = nameKey(unitName(name).bare);
    named.set(key, [...(named.get(key) ?? []), { name, unit }]);
  };
  for (const table of tables) addTable(table, add);
  addProvinces(provinces, add);
  return {
    named: (key) => named.get(key) ?? [],
    longest: Math.max(...[...named.keys()].map((key) => key.split(' ').length)),
    provinces,
    covered: new Set(tables.map(({ province }) => province)),
  };
};

type Add = (name: string, unit: Unit) => void;

const addTable = ({ places, earlier, province, ...table }: PlaceTable, add: Add): void => {
  const districts = new Map<string, OldDistrict>();
  for (const { name, seat, from } of places) {
    const now: PlaceNow = { level: 'now', name, province, seat, table };
    add(name, now);
    for (const origin of from) {
      const district = districtIn(districts, origin, add);
      district.to.push(now);
      for (const ward of origin.wards) wardIn(district, ward, add).to.push(now);
    }
  }
  for (const { name, became } of earlier) {
    const district = [...districts.values()].find((one) => one.name === became);
    if (district) add(name, district);
  }
};

const districtIn = (
  districts: Map<string, OldDistrict>,
  { province, district: name }: { province: string; district: string },
  add: Add,
): OldDistrict => {
  const key = `${province}, ${name}`;
  const known = districts.get(key);
  if (known) return known;
  const district: OldDistrict = { level: 'district', name, province, wards: [], to: [] };
  districts.set(key, district);
  add(name, district);
  return district;
};

const wardIn = (district: OldDistrict, name: string, add: Add): OldWard => {
  const known = district.wards.find((one) => one.name === name);
  if (known) return known;
  const ward: OldWard = { level: 'ward', name, district, to: [] };
  district.wards.push(ward);
  add(name, ward);
  return ward;
};

const addProvinces = ({ provinces, earlier, resolution, resolvedOn }: ProvinceList, add: Add): void => {
  const olds = provinces.flatMap(({ name: now, from }) =>
    from.map((name): OldProvince => ({ level: 'province', name, now, resolution, resolvedOn })),
  );
  for (const old of olds) add(old.name, old);
  for (const { name, became } of earlier) {
    const old = olds.find((one) => one.name === became);
    if (old) add(name, old);
  }
};
