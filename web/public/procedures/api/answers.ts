import { ProcedureCode } from '../../../../data/procedures/procedure.js';
import type { Catalogue } from '../../../../data/procedures/catalogue.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import type { Say } from '../../../../data/texts/texts.js';
import type { Understand } from '../../../../data/understanding/understanding.js';
import { ListQuery } from './shapes.js';
import type { Problem, ProcedureEntry, ProcedureList, ProcedureRecord } from './shapes.js';

interface Dependencies {
  catalogue: Catalogue;
  understand: Understand;
  say: Say;
}

/** `/api/procedures`: all, of one field, or what a question is about. */
export const listApi = (
  fields: Readonly<Record<string, string>>,
  { catalogue, understand, say }: Dependencies,
) => {
  const query = ListQuery.safeParse(fields);
  if (!query.success) {
    const names = [...new Set(query.error.issues.map(({ path }) => path.join('.')))].join(', ');
    return problem(400, 'badField', say('http.badField', { field: names }));
  }
  const { field, q, page } = query.data;
  if (q === undefined) {
    const procedures = field === undefined ? catalogue.all : catalogue.byField(field);
    return answer(200, { ...paged(procedures, page), ...NO_SEARCH, edition: catalogue.edition }, FRESH);
  }
  const { procedures, near, ...search } = searched(q, { catalogue, understand });
  const found = procedures.filter((one) => field === undefined || one.field === field);
  const body = { ...paged(found, page), ...search, near: near.map(entryOf), edition: catalogue.edition };
  // A question can say much about who asks: no cache keeps it.
  return answer(200, body, 'no-store');
};

/** `/api/procedures/CODE`: the record as it stands in the dataset. */
export const recordApi = (code: string, { catalogue, say }: Omit<Dependencies, 'understand'>) => {
  const procedure = catalogue.find(code);
  if (procedure === null)
    return problem(404, 'notFound', say('site.missingTitle', { code: code.slice(0, 40) }));
  const body: ProcedureRecord = { edition: catalogue.edition, page: `/thu-tuc/${code}`, procedure };
  return answer(200, body, FRESH);
};

const PAGE_SIZE = 50;
const FRESH = 'public, max-age=300';

const NO_SEARCH = { outcome: null, referral: null, near: [] };

const paged = (found: readonly Procedure[], page: number) => ({
  total: found.length,
  page,
  pages: Math.max(1, Math.ceil(found.length / PAGE_SIZE)),
  procedures: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(entryOf),
});

const searched = (q: string, { catalogue, understand }: Omit<Dependencies, 'say'>) => {
  const exact = ProcedureCode.safeParse(q).success ? catalogue.find(q) : null;
  if (exact !== null) return { outcome: 'answer' as const, referral: null, procedures: [exact], near: [] };
  const { outcome, candidates, near, referral } = understand(q, { procedureCode: null });
  const recordsOf = (those: typeof candidates): Procedure[] =>
    those.flatMap(({ code }) => catalogue.find(code) ?? []);
  return {
    outcome,
    referral: referral?.text ?? null,
    procedures: recordsOf(outcome === 'answer' ? candidates.slice(0, 1) : candidates),
    near: recordsOf(near),
  };
};

const entryOf = ({
  code,
  name,
  title,
  summary,
  field,
  levels,
  detail,
  verifiedOn,
}: Procedure): ProcedureEntry => ({
  code,
  name,
  title,
  summary,
  field,
  levels: levels.map(({ level }) => level),
  detail,
  verifiedOn,
  record: `/api/procedures/${code}`,
  page: `/thu-tuc/${code}`,
});

const answer = (status: number, body: ProcedureList | ProcedureRecord | Problem, cacheControl: string) => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
  cacheControl,
});

const problem = (status: number, code: string, message: string) =>
  answer(status, { error: { code, message } }, 'no-store');
