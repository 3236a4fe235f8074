import { formatDay } from '../../calendar/day.js';
import type { OfficeProfile } from '../../office/office-profile.js';
import type { FoundPlace } from '../../places/find-place.js';
import type { OldProvince, OldWard, PlaceNow } from '../../places/unit.js';
import type { Say } from '../../texts/texts.js';
import { officesOf } from './place-office.js';

interface Reader {
  say: Say;
  office: OfficeProfile;
}

/** What is said of a place: today's name, where to file, by which resolution and from which source; or what to add. */
export const placeText = (found: FoundPlace, reader: Reader): string => lines(found, reader).join('\n');

const lines = (found: FoundPlace, reader: Reader): string[] => {
  const { say } = reader;
  switch (found.outcome) {
    case 'moved':
      return movedLines(found, reader);
    case 'current':
      return [
        ...found.places.map((place) => say('place.current', { place: fullName(place) })),
        ...officesOf(found.places, reader),
        ...basis(found.places, say),
      ];
    case 'which':
      return [say('place.which', { count: found.wards.length, list: found.wards.map(oldName).join('; ') })];
    case 'spread':
      return spreadLines(found, reader);
    case 'province':
      return provinceLines(found, say);
    case 'unknown':
      return [say('place.unknown'), say('place.lookUp')];
  }
};

type Found<Outcome extends FoundPlace['outcome']> = Extract<FoundPlace, { outcome: Outcome }>;

const movedLines = ({ ward, sameName, assumed }: Found<'moved'>, reader: Reader): string[] => {
  const { say } = reader;
  return [
    whereNow(oldName(ward), ward.to, say),
    ...officesOf(ward.to, reader),
    ...sameName.map(({ name }) => say('place.sameName', { name })),
    ...(assumed ? [say('place.assumed')] : []),
    ...basis(ward.to, say),
  ];
};

/** A district of which all became one place is told like a ward. */
const spreadLines = ({ district, missing }: Found<'spread'>, reader: Reader): string[] => {
  const { say } = reader;
  const name = `${district.name} (${district.province})`;
  const [only] = district.to;
  if (only && district.to.length === 1)
    return [whereNow(name, [only], say), ...officesOf([only], reader), ...basis([only], say)];
  return [
    ...(missing === null ? [] : [say('place.missing', { ward: missing, district: district.name })]),
    say('place.spread', { district: name, count: district.to.length, list: names(district.to) }),
    ...basis(district.to, say),
    say('place.askWard'),
  ];
};

const provinceLines = ({ province, covered }: Found<'province'>, say: Say): string[] => [
  provinceNow(province, say),
  ...(covered
    ? [say('place.askDistrict')]
    : [say('place.notCovered', { now: province.now }), say('place.lookUp')]),
];

const provinceNow = ({ name, now, resolution, resolvedOn }: OldProvince, say: Say): string =>
  say(name === now ? 'place.provinceKept' : 'place.province', {
    old: name,
    now,
    resolution,
    resolvedOn: formatDay(resolvedOn),
  });

const whereNow = (old: string, to: readonly PlaceNow[], say: Say): string => {
  const [only] = to;
  return only && to.length === 1
    ? say('place.moved', { old, now: fullName(only) })
    : say('place.split', { old, count: to.length, list: names(to) });
};

const oldName = ({ name, district }: OldWard): string => `${name}, ${district.name} (${district.province})`;

const fullName = ({ name, province }: PlaceNow): string => `${name}, ${province}`;

const names = (places: readonly PlaceNow[]): string => places.map(({ name }) => name).join(', ');

/** Once a table, however many places of it were named. */
const basis = (places: readonly PlaceNow[], say: Say): string[] =>
  [...new Set(places.map(({ table }) => table))].flatMap(({ resolution, resolvedOn, inForce, sources }) =>
    sources.slice(0, 1).map(({ url, readOn }) =>
      say('place.basis', {
        resolution,
        resolvedOn: formatDay(resolvedOn),
        inForce: formatDay(inForce),
        url,
        readOn: formatDay(readOn),
      }),
    ),
  );
