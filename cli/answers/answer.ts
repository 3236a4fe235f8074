import { z } from 'zod';
import { cardText } from '../../data/answers/card-text.js';
import { standingOf } from '../../data/answers/receipt/answer-standing.js';
import { GivenAnswer } from '../../data/answers/receipt/given-answer.js';
import { receiptCard } from '../../data/answers/receipt/receipt-card.js';
import { unknownAnswerText } from '../../data/answers/receipt/unknown-answer-text.js';
import { dayOf } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { defineCommand, EXIT } from '../command.js';
import { oneLine } from '../office/one-line.js';
import { readEdition } from '../procedures/read-edition.js';
import { settings } from '../settings.js';
import { answerCodeOperand } from '../typed/answer-code-operand.js';
import { deskContext } from './desk-context.js';

export const answer = defineCommand({
  name: 'answer',
  summary: 'Xem lại một câu trả lời theo mã, đúng nguyên văn, và những chỗ nay đã khác',
  operands: 'MÃ',
  options: {},
  examples: ['npm run -s motcua -- answer TL-7KM-2QX-HMT'],
  input: z.strictObject({ operands: answerCodeOperand }),
  async run({ operands: code }, { terminal, clock, openOffice }) {
    const office = await openOffice();
    try {
      const given = Kept.parse(await oneLine(office.run('answer.read', { code })));
      const edition = await readEdition(office);
      const now = clock.now();
      const catalogue = layEdition(loadCatalogue(), edition, dayOf(now));
      const context = deskContext(now, catalogue.edition);
      if (given === null) {
        terminal.err(`${unknownAnswerText(code, context)}\n`);
        return EXIT.failed;
      }
      const standing = standingOf(given, { context, catalogue, corrections: edition.corrections });
      const card = receiptCard(given, standing, context, settings().PUBLIC_URL ?? '');
      await terminal.out(`${cardText(card)}\n`);
      return EXIT.done;
    } finally {
      await office.close();
    }
  },
});

const Kept = GivenAnswer.nullable();
