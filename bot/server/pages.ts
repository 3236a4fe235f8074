import type { Locale } from '../../data/language/locale.js';

/** A finished page; the server adds the security headers. */
export interface Page {
  status: number;
  contentType: string;
  body: string;
  cacheControl: string;
}

/** A file of the site, the same for everybody: served with an ETag and compressed once. */
export type Asset = Pick<Page, 'contentType' | 'body'>;

/** `fields` are the query's or the form's; the last value counts when a name comes twice. */
export interface PageRequest {
  locale: Locale;
  fields: Readonly<Record<string, string>>;
}

/** What the root hands in; nobody here knows how a page is made. */
export interface Pages {
  index(request: PageRequest): Page;
  feedbackForm(request: PageRequest): Page;
  /** Reads the form's fields, files the feedback and answers with the receipt, or with the form and what is wrong. */
  fileFeedback(request: PageRequest): Promise<Page>;
  procedures: ProcedureSite;
  /** A list of papers behind a short link; 404 and 410 say what to do instead. */
  preparing: { list(code: string, request: PageRequest): Page };
  /** Answers opened again by their code. */
  answers: {
    ask(request: PageRequest): Promise<Page>;
    answer(code: string, request: PageRequest): Promise<Page>;
  };
  /** By path: `/widget.js` and whatever else pages load. */
  assets: Readonly<Record<string, Asset>>;
}

/** The public pages and data of procedures; every answer is the same for everybody who asks the same. */
interface ProcedureSite {
  /** By field, by event in life, or what a question is about. */
  list(request: PageRequest): Page;
  /** 404 with help when there is no such code. */
  record(code: string, request: PageRequest): Page;
  changes(request: PageRequest): Page;
  sitemap(): Page;
  robots(): Page;
  apiList(request: PageRequest): Page;
  apiRecord(code: string, request: PageRequest): Page;
  openApi(): Page;
}
