import type { AnswerContext } from '../../../data/answers/answer-context.js';
import type { Catalogue } from '../../../data/procedures/catalogue.js';
import type { Html } from '../html.js';

/** What every page of procedures knows. */
export interface SiteContext extends AnswerContext {
  catalogue: Catalogue;
  /** `https://motcua.tinh.gov.vn`, or null where the office has not set it: then nothing names the page's own address. */
  publicUrl: string | null;
}

/** What a page has to say, before it is framed. */
export interface PageContent {
  title: string;
  description: string;
  /** Path and query; the language link leads to it. */
  path: string;
  head?: Html;
  main: Html;
}
