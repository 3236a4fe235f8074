export interface CardSection {
  id: string;
  heading: string;
  /** One line a fact or a paper; `note` in smaller type below it. */
  lines: { text: string; note?: string }[];
  /** Shown at once, or folded behind its heading. */
  open: boolean;
  ordered?: boolean;
}

/** An answer with structure: what the widget draws and the SMS renderer shortens. `text` of the message says the same. */
export interface Card {
  kind: 'procedure' | 'dossier' | 'feedback' | 'survey';
  title: string;
  subtitle: string | null;
  notices: { tone: 'info' | 'warning'; text: string }[];
  /** The two to five facts to read first: label and value. */
  facts: { label: string; value: string }[];
  sections: CardSection[];
  links: { title: string; url: string }[];
  /** Where it is from and when it was verified. */
  footer: string | null;
  /** What an SMS begins with, in one line: name, time, number of papers, where. */
  brief: string;
}
