import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { fold } from '../data/language/fold.js';
import type { Procedure } from '../data/procedures/procedure.js';
import type { Understand } from '../data/understanding/understanding.js';

type Names = Readonly<Record<string, readonly string[]>>;

/** Both libraries get every text we have, marks ignored, and the settings their documentation recommends for it. */
export const createFuseSearch = (procedures: readonly Procedure[], everyday: Names): Understand => {
  const fuse = new Fuse(documents(procedures, everyday), {
    keys: [
      { name: 'names', weight: 2 },
      { name: 'name', weight: 1 },
    ],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.6,
  });
  return (question) => asUnderstanding(fuse.search(question, { limit: 5 }).map(({ item }) => item.code));
};

export const createMiniSearch = (procedures: readonly Procedure[], everyday: Names): Understand => {
  const mini = new MiniSearch<Document>({
    idField: 'code',
    fields: ['name', 'names'],
    extractField: (document, field) =>
      field === 'names' ? document.names.join('\n') : field === 'name' ? document.name : document.code,
    processTerm: fold,
    searchOptions: { fuzzy: 0.2, prefix: false, boost: { names: 2 } },
  });
  mini.addAll(documents(procedures, everyday));
  return (question) =>
    asUnderstanding(
      mini
        .search(question)
        .slice(0, 5)
        .map(({ id }) => String(id)),
    );
};

interface Document {
  code: string;
  name: string;
  names: string[];
}

const documents = (procedures: readonly Procedure[], everyday: Names): Document[] =>
  procedures.map(({ code, name, title, aliases, abbreviations, situations }) => ({
    code,
    name,
    names: [title.vi, ...aliases, ...abbreviations, ...situations, ...(everyday[code] ?? [])],
  }));

/** A library answers whenever it finds anything. */
const asUnderstanding = (codes: readonly string[]): ReturnType<Understand> => ({
  intent: 'procedure',
  outcome: codes.length === 0 ? 'none' : 'answer',
  candidates: codes.map((code) => ({ code, score: 1, reasons: [] })),
  near: [],
  aspect: null,
  referral: null,
  dossierCode: null,
  trackingCode: null,
  language: null,
});
