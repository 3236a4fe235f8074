import { findPlace } from './find-place.js';
import type { FoundPlace } from './find-place.js';
import { mentionsIn } from './mentions.js';
import { createPlaceIndex } from './place-index.js';
import { readPlaceQuestion } from './place-question.js';
import type { PlaceQuestion } from './place-question.js';
import type { PlaceTable } from './place-table.js';
import type { ProvinceList } from './province-list.js';
import { wordsOf } from './unit-name.js';

export interface Places {
  /** An old or new ward, district or province, as people type it: "p5 q3", "xã Tân Thông Hội huyện Củ Chi". */
  find(typed: string): FoundPlace;
  /** null unless it asks where an old place is now. */
  question(text: string): PlaceQuestion | null;
}

export const createPlaces = (tables: readonly PlaceTable[], provinces: ProvinceList): Places => {
  const index = createPlaceIndex(tables, provinces);
  return {
    find: (typed) => findPlace(mentionsIn(wordsOf(typed), index), index),
    question(text) {
      const words = wordsOf(text);
      return readPlaceQuestion(words, mentionsIn(words, index, 'free'));
    },
  };
};
