import type { Mention } from './mentions.js';
import type { PlaceIndex } from './place-index.js';
import type { OldDistrict, OldProvince, OldWard, PlaceNow, Unit } from './unit.js';

/**
 * `moved`: the old ward with one place of today, or all of them where it was split; `sameName`: other places of today
 * that now bear its name; `assumed`: no district or province was named, and it is the only one we know. `which`: several old wards of this name. `spread`: a district; `missing` names a ward it never
 * had. `current`: a name of today. `province`: nothing narrower was named; `covered`: its wards are known. `unknown`: in
 * no table.
 */
export type FoundPlace =
  | { outcome: 'moved'; ward: OldWard; sameName: PlaceNow[]; assumed: boolean }
  | { outcome: 'which'; wards: OldWard[] }
  | { outcome: 'spread'; district: OldDistrict; missing: string | null }
  | { outcome: 'current'; places: PlaceNow[] }
  | { outcome: 'province'; province: OldProvince; covered: boolean }
  | { outcome: 'unknown' };

export const findPlace = (mentions: readonly Mention[], index: PlaceIndex): FoundPlace => {
  const wards = wardsMeant(mentions);
  const [ward] = wards;
  if (ward && wards.length === 1) return moved(ward, mentions);
  if (ward) return { outcome: 'which', wards };
  const district = districtMeant(mentions);
  if (district) return { outcome: 'spread', district, missing: missingIn(district, mentions) };
  const places = mentions.filter((one) => !isBareArea(one)).flatMap(({ units }) => units.filter(isNow));
  const province = mentions.flatMap(({ units }) => units.filter(isProvince)).at(-1);
  if (places.length > 0 && (!province || places.every((place) => place.province === province.now)))
    return { outcome: 'current', places };
  if (province) return { outcome: 'province', province, covered: index.covered.has(province.now) };
  return { outcome: 'unknown' };
};

const moved = (ward: OldWard, mentions: readonly Mention[]): FoundPlace => ({
  outcome: 'moved',
  ward,
  sameName: mentions
    .flatMap(({ units }) => units)
    .filter(isNow)
    .filter((place) => place.name === ward.name && !ward.to.includes(place)),
  assumed: !mentions.some(isArea),
});

/** Those with most of the other names around them; none that a district or province named beside them rules out. */
const wardsMeant = (mentions: readonly Mention[]): OldWard[] => {
  const meant = mentions.flatMap((mention) => {
    const others = mentions.filter((one) => one !== mention).filter(isArea);
    return mention.units
      .filter(isWard)
      .filter((ward) => others.every(({ units }) => units.some((unit) => surrounds(unit, ward))))
      .filter(() => !isBareArea(mention) || others.some(namesDistrict))
      .map((ward) => ({ ward, support: others.length }));
  });
  const most = Math.max(0, ...meant.map(({ support }) => support));
  return [...new Set(meant.filter(({ support }) => support === most).map(({ ward }) => ward))];
};

const isArea = ({ units }: Mention): boolean =>
  units.some(({ level }) => level === 'district' || level === 'province');

const namesDistrict = ({ units }: Mention): boolean => units.some(isDistrict);

/** "Củ Chi" alone is the district and not the town of that name. */
const isBareArea = (mention: Mention): boolean => !mention.withKind && isArea(mention);

const surrounds = (area: Unit, { district }: OldWard): boolean =>
  area === district || (isProvince(area) && (area.name === district.province || isNewOf(area, district)));

/** The province of today is named for what has become a part of it. */
const isNewOf = ({ name, now }: OldProvince, { to }: OldDistrict): boolean =>
  name === now && to.some(({ province }) => province === now);

const districtMeant = (mentions: readonly Mention[]): OldDistrict | undefined => {
  const provinces = mentions.filter(({ units }) => units.every(isProvince)).flatMap(({ units }) => units);
  return mentions
    .flatMap(({ units }) => units.filter(isDistrict))
    .find((district) =>
      provinces.every(
        (area) => isProvince(area) && (area.name === district.province || isNewOf(area, district)),
      ),
    );
};

/** A ward named beside a district that never had one of this name. */
const missingIn = (district: OldDistrict, mentions: readonly Mention[]): string | null =>
  mentions
    .filter((mention) => !isArea(mention))
    .flatMap(({ units }) => units.filter(isWard))
    .find((ward) => ward.district !== district)?.name ?? null;

const isWard = (unit: Unit): unit is OldWard => unit.level === 'ward';
const isDistrict = (unit: Unit): unit is OldDistrict => unit.level === 'district';
const isProvince = (unit: Unit): unit is OldProvince => unit.level === 'province';
const isNow = (unit: Unit): unit is PlaceNow => unit.level === 'now';
