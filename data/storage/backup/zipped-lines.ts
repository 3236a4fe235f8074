import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline as joined, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** A new file of lines, gzip, mode 0600, durable when this resolves (its name with the folder's next fsync). */
export const writeZipped = (file: string, lines: AsyncIterable<string>): Promise<void> =>
  pipeline(
    Readable.from(chunksOf(lines)),
    createGzip(),
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );

/** The lines of such a file, a few in memory at a time. Rejects where it is cut off or is no gzip. */
export async function* zippedLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  // An error of the file destroys the unzipping, so that it is thrown here.
  const chunks = joined(createReadStream(file), createGunzip(), () => undefined);
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const CHUNK = 1 << 16;

/** Single lines would be zipped one call each. */
async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
