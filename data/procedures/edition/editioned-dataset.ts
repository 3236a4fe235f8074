import { dayOf } from '../../calendar/day.js';
import type { Clock } from '../../clock.js';
import type { EditionRepository } from '../../store.js';
import type { Understand } from '../../understanding/understanding.js';
import type { Catalogue } from '../catalogue.js';
import { layEdition } from './lay-edition.js';
import type { OfficeEdition } from './office-edition.js';

/** Catalogue and understanding that stay the same objects while what stands behind them is swapped. */
export interface EditionedDataset {
  catalogue: Catalogue;
  understand: Understand;
  /** Reads the office's edition again; the next question is answered from it. Costs little when it is the same. */
  reload: () => Promise<void>;
}

export interface EditionedDatasetParts {
  base: Catalogue;
  understandingOf: (catalogue: Catalogue) => Understand;
  edition: EditionRepository;
  clock: Clock;
}

/**
 * What a serving office answers from: the shipped dataset with the office's edition over it, as of today. A correction
 * dated ahead takes effect with the first question of its day. Hand on `catalogue` whole: a copy of it stands still.
 */
export const createEditionedDataset = async (parts: EditionedDatasetParts): Promise<EditionedDataset> => {
  const today = () => dayOf(parts.clock.now());
  let edition = await readEdition(parts.edition);
  let laid = lay(parts, edition, today());
  const current = () => {
    const day = today();
    if (day !== laid.day)
      laid = startsOrEnds(edition, laid.day, day) ? lay(parts, edition, day) : { ...laid, day };
    return laid;
  };
  return {
    catalogue: {
      get edition() {
        return current().catalogue.edition;
      },
      get all() {
        return current().catalogue.all;
      },
      get lifeEvents() {
        return current().catalogue.lifeEvents;
      },
      find: (code) => current().catalogue.find(code),
      byField: (field) => current().catalogue.byField(field),
    },
    understand: (question, context) => current().understand(question, context),
    async reload() {
      const read = await readEdition(parts.edition);
      if (JSON.stringify(read) === JSON.stringify(edition)) return;
      edition = read;
      laid = lay(parts, edition, today());
    },
  };
};

const readEdition = async (repository: EditionRepository): Promise<OfficeEdition> => ({
  corrections: await repository.corrections(),
  aliases: await repository.aliases(),
});

const lay = ({ base, understandingOf }: EditionedDatasetParts, edition: OfficeEdition, day: string) => {
  const catalogue = layEdition(base, edition, day);
  return { day, catalogue, understand: understandingOf(catalogue) };
};

/** Reading the catalogue anew takes half a second: only when the change of day changes it. */
const startsOrEnds = ({ corrections }: OfficeEdition, one: string, other: string): boolean => {
  const [from = one, to = other] = [one, other].sort();
  return corrections.some(({ effectiveFrom }) => from < effectiveFrom && effectiveFrom <= to);
};
