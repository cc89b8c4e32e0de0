import { crc32 } from 'node:zlib';
import type { FileFault } from './file-fault.ts';
import { holdsSecondFormat } from './second-format.rules.ts';

const SIDE_LIMIT = 20_000;
/** What a viewer would have to unfold: 60 megapixels, more than any scanner of an office or telephone makes. */
const PIXEL_LIMIT = 60_000_000;

/** The fault of a picture of that size, or null. */
function faultOfSize(width: number, height: number): FileFault | null {
  if (width < 1 || height < 1) return 'FILE_CONTENT';
  return width > SIDE_LIMIT || height > SIDE_LIMIT || width * height > PIXEL_LIMIT ? 'FILE_BOMB' : null;
}

/** Looks at a PNG: every chunk whole and with its sum, from `IHDR` to `IEND`, and nothing after. */
export function checkPng(bytes: Buffer): FileFault | null {
  let place = 8;
  let hasData = false;
  for (let chunk = 0; place + 12 <= bytes.length; chunk += 1) {
    const length = bytes.readUInt32BE(place);
    const end = place + 12 + length;
    if (end > bytes.length) return 'FILE_CONTENT';
    const type = bytes.toString('latin1', place + 4, place + 8);
    if (!/^[A-Za-z]{4}$/.test(type) || (chunk === 0) !== (type === 'IHDR')) return 'FILE_CONTENT';
    if (crc32(bytes.subarray(place + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'FILE_CONTENT';
    if (type === 'IHDR') {
      if (length !== 13) return 'FILE_CONTENT';
      const fault = faultOfSize(bytes.readUInt32BE(place + 8), bytes.readUInt32BE(place + 12));
      if (fault) return fault;
    }
    if (type === 'IDAT') hasData = true;
    if (type === 'IEND') {
      const isWhole = hasData && length === 0 && end === bytes.length;
      return isWhole && !holdsSecondFormat(bytes) ? null : 'FILE_CONTENT';
    }
    place = end;
  }
  return 'FILE_CONTENT';
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The first marker after the picture data of a scan. */
function afterScan(bytes: Buffer, from: number): number {
  let place = from;
  for (;;) {
    place = bytes.indexOf(0xff, place);
    if (place === -1 || place + 1 >= bytes.length) return bytes.length;
    const next = bytes[place + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return place;
    place += next === 0xff ? 1 : 2;
  }
}

/** Walks one picture from its start; answers where it ends, or what is wrong with it. */
function walkJpeg(bytes: Buffer, from: number): number | FileFault {
  let place = from + 2;
  let hasFrame = false;
  let hasScan = false;
  while (place + 4 <= bytes.length || (bytes[place] === 0xff && bytes[place + 1] === 0xd9)) {
    if (bytes[place] !== 0xff) return 'FILE_CONTENT';
    const marker = bytes[place + 1] ?? 0;
    if (marker === 0xff) place += 1;
    else if (marker === 0xd9) return hasFrame && hasScan ? place + 2 : 'FILE_CONTENT';
    else if (standsAlone(marker)) place += 2;
    else {
      const length = bytes.readUInt16BE(place + 2);
      if (marker < 0xc0 || marker === 0xd8 || length < 2) return 'FILE_CONTENT';
      if (place + 2 + length > bytes.length) return 'FILE_CONTENT';
      if (isFrame(marker)) {
        if (length < 8) return 'FILE_CONTENT';
        const fault = faultOfSize(bytes.readUInt16BE(place + 7), bytes.readUInt16BE(place + 5));
        if (fault) return fault;
        hasFrame = true;
      }
      place += 2 + length;
      if (marker === 0xda) {
        if (!hasFrame) return 'FILE_CONTENT';
        hasScan = true;
        place = afterScan(bytes, place);
      }
    }
  }
  return 'FILE_CONTENT';
}

/**
 * Looks at a JPEG: every segment whole, from its start to its end. Telephones put further pictures behind the first (brightness,
 * depth); these are walked as well, and nothing else may follow.
 */
export function checkJpeg(bytes: Buffer): FileFault | null {
  let place = 0;
  while (place < bytes.length) {
    if (bytes[place] !== 0xff || bytes[place + 1] !== 0xd8) return 'FILE_CONTENT';
    const end = walkJpeg(bytes, place);
    if (typeof end !== 'number') return end;
    place = end;
  }
  return holdsSecondFormat(bytes) ? 'FILE_CONTENT' : null;
}
