import type { Language } from './texts.js';

/** The `data-…` attributes of the script element. */
export interface Settings {
  server: string;
  mode: 'launcher' | 'page';
  language: Language;
  office: string;
  start: string;
  hotline: string;
}

/** Null when the server is not an http(s) address: the widget then stays away. */
export const readSettings = (script: HTMLScriptElement, pageLanguage: string): Settings | null => {
  const given = script.dataset;
  const server = readServer(given['server'] ?? new URL(script.src, location.href).origin);
  if (server === null) return null;
  return {
    server,
    mode: given['mode'] === 'page' ? 'page' : 'launcher',
    language: (given['lang'] ?? pageLanguage).startsWith('en') ? 'en' : 'vi',
    office: given['office'] ?? '',
    start: given['start'] ?? '',
    hotline: given['hotline'] ?? '',
  };
};

/** May hold a path, for an office that serves the assistant below its own site. */
const readServer = (address: string): string | null => {
  try {
    const { protocol, href } = new URL(address, location.href);
    return protocol === 'http:' || protocol === 'https:' ? href.replace(/\/+$/, '') : null;
  } catch {
    return null;
  }
};
