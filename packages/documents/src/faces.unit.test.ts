import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openFont } from './faces.ts';

type Run = { glyphs: { id: number; codePoints: number[]; advanceWidth: number }[]; positions: object[] };
type Subset = { includeGlyph(id: number): number; encode(): Uint8Array };
type Font = { layout(text: string): Run & { advanceWidth: number }; createSubset(): Subset };

const require = createRequire(import.meta.url);
const fontkit: { create(bytes: Buffer): Font } = createRequire(require.resolve('pdfkit'))('fontkit');
const file = readFileSync(
  require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
);
const plain = fontkit.create(file);
const ours = openFont(file) as unknown as Font;

const embedded = (font: Font, text: string): Buffer => {
  const subset = font.createSubset();
  for (const { id } of font.layout(text).glyphs) subset.includeGlyph(id);
  return Buffer.from(subset.encode());
};
const letters = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyzẮẶẦỆỂỘỢỤỰỲỸĐ0123456789 ,.-–“”/()…'];
const words = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 });

describe('openFont', () => {
  test('embeds what fontkit embeds, byte for byte, in whatever order letters come', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(embedded(ours, text).equals(embedded(plain, text))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
  test('lays out as fontkit does, the second time as the first, whatever was done to what it gave before', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { glyphs, positions, advanceWidth } = fontkit.create(file).layout(text);
        for (let time = 0; time < 2; time += 1) {
          const run = ours.layout(text);
          expect(run.glyphs).toEqual(
            glyphs.map(({ id, codePoints, advanceWidth: width }) => ({
              id,
              codePoints,
              advanceWidth: width,
            })),
          );
          expect(run.positions).toEqual(positions.map((position) => ({ ...position })));
          expect(run.advanceWidth).toBe(advanceWidth);
          for (const position of run.positions) Object.assign(position, { xAdvance: 0 });
        }
      }),
      { numRuns: 25 },
    );
  });
  test('tells a letter as this text writes it, whatever was written before it', () => {
    ours.layout('một\u00a0hai');
    expect(ours.layout('một hai').glyphs[3]?.codePoints).toEqual([0x20]);
    expect(ours.layout('một\u00a0hai').glyphs[3]?.codePoints).toEqual([0xa0]);
  });
});
