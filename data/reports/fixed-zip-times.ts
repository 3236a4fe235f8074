/**
 * A ZIP archive with every entry dated 1 January 1980, the first day the format knows: the writer stamps the current
 * time, and the same content would give other bytes. Changes the bytes in place. Offsets: PKWARE APPNOTE 4.3.7 to 4.3.16.
 */
export const fixedZipTimes = (zip: Uint8Array): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOfDirectory(view);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    setTime(view, entry + 12);
    setTime(view, view.getUint32(entry + 42, true) + 10);
    entry += 46 + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(entry + at, true), 0);
  }
  return zip;
};

const END_SIGNATURE = 0x06054b50;
const MIDNIGHT = 0;
const FIRST_DAY = (1 << 5) | 1;

const setTime = (view: DataView, at: number): void => {
  view.setUint16(at, MIDNIGHT, true);
  view.setUint16(at + 2, FIRST_DAY, true);
};

const endOfDirectory = (view: DataView): number => {
  for (let at = view.byteLength - 22; at >= 0; at -= 1)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  throw new Error('not a ZIP archive');
};
