import { dayOf } from '../../calendar/day.js';
import type { Day } from '../../calendar/day.js';
import { createCatalogue } from '../catalogue.js';
import type { Catalogue, EditionName } from '../catalogue.js';
import type { Procedure } from '../procedure.js';
import { correctionOn } from './office-edition.js';
import type { OfficeEdition } from './office-edition.js';
import type { ProcedureCorrection } from './procedure-correction.js';

/** The catalogue the office answers from on a day: the shipped records, its corrections, its aliases. */
export const layEdition = (base: Catalogue, edition: OfficeEdition, day: Day): Catalogue => {
  const codes = new Set(
    [...base.all, ...edition.corrections.filter(({ effectiveFrom }) => effectiveFrom <= day)].map(
      ({ code }) => code,
    ),
  );
  const inForce = new Map(
    [...codes].flatMap((code) => {
      const correction = correctionOn(code, edition, day);
      return correction ? [[code, correction] as const] : [];
    }),
  );
  const records = [...codes].flatMap((code) => inForce.get(code)?.record ?? base.find(code) ?? []);
  return createCatalogue(
    { ...base.edition, office: nameOf(inForce.values()) },
    records.map((record) => withAliases(record, edition)),
    base.lifeEvents,
  );
};

const nameOf = (inForce: Iterable<ProcedureCorrection>): EditionName['office'] => {
  const [latest] = [...inForce].sort((one, other) => other.edition - one.edition);
  return latest ? { number: latest.edition, day: dayOf(new Date(latest.recordedAt)) } : null;
};

const withAliases = (record: Procedure, { aliases }: OfficeEdition): Procedure => {
  const added = aliases.flatMap(({ code, alias }) =>
    code === record.code && !record.aliases.includes(alias) ? [alias] : [],
  );
  return added.length === 0 ? record : { ...record, aliases: [...record.aliases, ...added] };
};
