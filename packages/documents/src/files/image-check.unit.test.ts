import { deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jpegParts, pngChunk, sampleJpeg, samplePng, zipOf } from '../testing-samples.ts';
import { checkJpeg, checkPng } from './image-check.ts';

const png = samplePng().bytes;
const jpeg = sampleJpeg().bytes;
const { start, app0, frame, scan, end } = jpegParts;

test('whole pictures are taken', () => {
  expect(checkPng(png)).toBeNull();
  expect(checkJpeg(jpeg)).toBeNull();
  expect(checkJpeg(Buffer.concat([start, app0, frame(), scan, scan, end]))).toBeNull();
});

test('the second picture that a telephone puts behind the first is taken', () => {
  expect(checkJpeg(Buffer.concat([jpeg, jpeg]))).toBeNull();
});

describe.each([
  ['PNG', png, checkPng],
  ['JPEG', jpeg, checkJpeg],
] as const)('a %s', (_, picture, check) => {
  test('is refused when cut off anywhere', () => {
    for (let cut = 1; cut < picture.length; cut += 1)
      expect(check(picture.subarray(0, cut))).toBe('FILE_CONTENT');
  });

  test('is refused with anything behind it', async () => {
    const zip = await zipOf({ 'a.js': 'alert(1)' });
    for (const more of [zip, Buffer.from('<script>'), Buffer.from([0]), Buffer.from('x')])
      expect(check(Buffer.concat([picture, more]))).toBe('FILE_CONTENT');
  });

  test('never makes the check stumble', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(picture.length - 1), fc.nat(255)), { maxLength: 20 }),
        (changes) => {
          const touched = Buffer.from(picture);
          for (const [place, byte] of changes) touched[place] = byte;
          check(touched);
        },
      ),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        (noise) => void check(Buffer.concat([picture.subarray(0, 30), noise])),
      ),
    );
  });
});

test.each([
  [100_000, 1, 'FILE_BOMB'],
  [10_000, 10_000, 'FILE_BOMB'],
  [0, 8, 'FILE_CONTENT'],
])('a picture of %i × %i is %s', (width, height, fault) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const bytes = Buffer.concat([
    png.subarray(0, 8),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  expect(checkPng(bytes)).toBe(fault);
  if (width < 65_536)
    expect(checkJpeg(Buffer.concat([start, app0, frame(width, height), scan, end]))).toBe(fault);
});

test('every bit of a PNG counts', () => {
  for (let place = 0; place < png.length; place += 1) {
    const touched = Buffer.from(png);
    touched[place] = (touched[place] ?? 0) ^ 1;
    if (place >= 8) expect(checkPng(touched)).not.toBeNull();
  }
});

test('a script or archive hidden in a chunk or a comment is found', async () => {
  const zip = await zipOf({ 'a.js': 'alert(1)' });
  for (const hidden of [Buffer.from('x\0<script>alert(1)</script>'), zip]) {
    const bytes = Buffer.concat([png.subarray(0, 33), pngChunk('tEXt', hidden), png.subarray(33)]);
    expect(checkPng(bytes)).toBe('FILE_CONTENT');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(hidden.length + 2);
    const comment = Buffer.concat([Buffer.from('fffe', 'hex'), length, hidden]);
    expect(checkJpeg(Buffer.concat([start, comment, app0, frame(), scan, end]))).toBe('FILE_CONTENT');
  }
});
