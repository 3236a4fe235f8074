import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const SOURCES = 'web/widget';
const BUILT = 'dist/widget/widget.js';

/** The widget as shipped: `dist/widget/widget.js` when it is newer than its sources, else built in memory. */
export const widgetScript = async (): Promise<string> => {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newestSource()) return readFileSync(BUILT, 'utf8');
  const built = await build({ logLevel: 'silent', build: { write: false } });
  const bundle = Array.isArray(built) ? built[0] : built;
  if (bundle === undefined || !('output' in bundle)) throw new Error('vite built nothing');
  return bundle.output[0].code;
};

const newestSource = (): number =>
  Math.max(
    statSync('vite.config.ts').mtimeMs,
    ...readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(SOURCES, name)).mtimeMs,
    ),
  );
