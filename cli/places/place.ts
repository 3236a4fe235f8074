import { z } from 'zod';
import { resolve } from 'node:path';
import { placeText } from '../../data/answers/place/place-text.js';
import { loadPlaces, placesFolder } from '../../data/load-places.js';
import { loadTexts } from '../../data/load-texts.js';
import { defineCommand, EXIT } from '../command.js';
import { officeRules } from '../office/office-rules.js';
import { settings } from '../settings.js';

export const place = defineCommand({
  name: 'place',
  summary: 'Tra phường, xã, huyện, tỉnh cũ nay thuộc nơi nào và nộp hồ sơ ở đâu',
  operands: '"NƠI CŨ"',
  options: {},
  examples: [
    'npm run -s motcua -- place "phường 5 quận 3"',
    'npm run -s motcua -- place "xa tan thong hoi cu chi"',
  ],
  input: z.strictObject({
    operands: z
      .array(z.string())
      .transform((words) => words.join(' ').trim())
      .refine((typed) => typed !== '', 'Cần tên một nơi, ví dụ "phường 5 quận 3".'),
  }),
  async run({ operands: typed }, { terminal }) {
    const found = loadPlaces(placesFolder(resolve(settings().DATA_DIR))).find(typed);
    await terminal.out(`${placeText(found, { say: loadTexts().vi, office: officeRules().office })}\n`);
    return found.outcome === 'unknown' ? EXIT.failed : EXIT.done;
  },
});
