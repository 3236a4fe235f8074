import type { OfficeProfile } from '../../office/office-profile.js';
import type { PlaceNow } from '../../places/unit.js';
import { nameKey } from '../../places/unit-name.js';
import type { Say } from '../../texts/texts.js';
import { counterLines } from '../counter-lines.js';

interface Reader {
  say: Say;
  office: OfficeProfile;
}

/** Where people of these places file: this office's own counters if it serves the place, else what the table says. */
export const officesOf = (places: readonly PlaceNow[], reader: Reader): string[] => {
  const elsewhere = places.some((place) => place.seat !== null && !isOurs(place, reader));
  return [
    ...places.flatMap((place) => officeOf(place, reader)),
    ...(elsewhere ? [reader.say('place.askFirst')] : []),
  ];
};

const officeOf = (place: PlaceNow, reader: Reader): string[] => {
  const { say, office } = reader;
  if (isOurs(place, reader)) return [say('place.here'), ...counterLines(office, say).map(counterText)];
  const address = place.seat === null ? say('place.noSeat') : say('place.seat', { seat: place.seat });
  return [`${say('place.office', { place: place.name })} ${address}`];
};

const isOurs = (place: PlaceNow, { office: { serves, province, counters } }: Reader): boolean =>
  counters.length > 0 &&
  serves.some((name) => nameKey(name) === nameKey(place.name)) &&
  (province === null || nameKey(place.province).endsWith(nameKey(province)));

const counterText = ({ text, note }: { text: string; note?: string }): string =>
  note === undefined ? `- ${text}` : `- ${text} (${note})`;
