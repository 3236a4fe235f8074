/** A small sheet of figures or explanations beside the table: numbers stay numbers, null is an empty cell. */
export interface PlainSheet {
  title: string;
  widths: readonly number[];
  header: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}
