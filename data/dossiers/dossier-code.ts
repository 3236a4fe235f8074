/**
 * What a person typed or pasted → the dossier code in it, normalised, or null. Three shapes are in use (TT 01/2018/TT-VPCP
 * art. 19 with QĐ 20/2020/QĐ-TTg): province last `000.00.12.H62-201105-0004`, province first `H26.103.25.7-250908-0112`,
 * ministry `G01.899.108-250908-0112`. Upper and lower case, spaces, other dashes and O/0, I/1 slips are forgiven.
 */
export const readDossierCode = (text: string): string | null => {
  const plain = text.normalize('NFC').toUpperCase().replace(DASHES, '-').replace(/Đ/g, 'D');
  for (const match of plain.matchAll(LOOSE)) {
    const [agency = '', date = '', serial = ''] = match.slice(1).map(compact);
    const code = `${readAgency(agency)}-${digits(date)}-${digits(serial)}`;
    if (STRICT.test(code)) return code;
  }
  return null;
};

const DASHES = /[\u2010-\u2015\u2212_]/g;
const DIGIT = '[0-9OIL]';
const GAP = '[ \\t]*';
/** Groups of an agency code joined by dots, then six digits of the day and the serial of the day. */
const LOOSE = new RegExp(
  `(?<![0-9A-Z.])((?:[HGK]${GAP})?${DIGIT}{1,3}(?:${GAP}\\.${GAP}[HGK]?${GAP}${DIGIT}{1,3}){1,5})${GAP}-${GAP}(${DIGIT}{6})${GAP}-${GAP}(${DIGIT}{1,6})(?![0-9A-Z])`,
  'g',
);
const STRICT =
  /^(\d{3}(\.\d{2,3}){1,3}\.[HGK]\d{2}|[HGK]\d{2}(\.\d{1,3}){1,5})-\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-\d{1,6}$/;

const compact = (part: string): string => part.replace(/[ \t]/g, '');
const digits = (part: string): string => part.replace(/O/g, '0').replace(/[IL]/g, '1');
const readAgency = (agency: string): string =>
  agency
    .split('.')
    .map((group) => (/^[HGK]/.test(group) ? group.charAt(0) + digits(group.slice(1)) : digits(group)))
    .join('.');
