/** Something in the file that cannot be taken over, where the clerk finds it. */
export interface SheetProblem {
  sheet: string;
  /** As Excel counts them; null: the sheet as a whole. */
  row: number | null;
  header: string | null;
  code: string | null;
  /** Goes on after the place: `"hai" không phải là số.` */
  what: string;
}

export const problemText = ({ sheet, row, header, code, what }: SheetProblem): string => {
  const place = [
    `trang ${sheet}`,
    ...(row === null ? [] : [`dòng ${String(row)}`]),
    ...(header === null ? [] : [`cột ${header}`]),
    ...(code === null ? [] : [`thủ tục ${code}`]),
  ].join(', ');
  return `${place}: ${what}`;
};
