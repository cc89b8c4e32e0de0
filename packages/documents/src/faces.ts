import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** An opened font: pdfkit lays text out with it. `_glyphs` is what it has met so far, with the letters it was met for. */
interface OpenedFont {
  layout(text: string): unknown;
  _glyphs: object;
}

// the fontkit of pdfkit itself, whose opened fonts pdfkit takes as they are
const fontkit: { create(bytes: Buffer): OpenedFont } = createRequire(require.resolve('pdfkit'))('fontkit');

const opened = (file: string): OpenedFont => fontkit.create(readFileSync(file));

/** Opened once a process: to read the tables of a font takes three times as long as to write a page with it. */
const fonts = {
  regular: opened(
    require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  ),
  bold: opened(require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf')),
  italic: opened(
    require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf'),
  ),
};

/** The hands a form is written in. */
export type Face = keyof typeof fonts;

/**
 * Gives a document the faces by their names. What the fonts remember of the letters of other documents is forgotten first, so that the
 * same content gives the same bytes whatever was written before it; hence a document is written without a pause.
 */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const [face, font] of Object.entries(fonts)) {
    font._glyphs = {};
    doc.registerFont(face, font as never);
  }
}
