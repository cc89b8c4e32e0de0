import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontSubset, FontTables } from './font-subset.ts';
import { type OpenedFont, rememberWords } from './word-memory.ts';

const require = createRequire(import.meta.url);

// the fontkit of pdfkit itself, whose opened fonts pdfkit takes as they are
const fontkit: { create(bytes: Buffer): OpenedFont } = createRequire(require.resolve('pdfkit'))('fontkit');

/** A font for pdfkit that lays a word out once a process, and is embedded by copying. */
export function openFont(file: Buffer): OpenedFont {
  const font = fontkit.create(file);
  const tables = new FontTables(file);
  font.layout = rememberWords(font);
  font.createSubset = () => new FontSubset(tables);
  return font;
}

const opened = (file: string): OpenedFont => openFont(readFileSync(file));

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

/** Gives a document the faces by their names. Nothing of other documents shows: the same content gives the same bytes. */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const [face, font] of Object.entries(fonts)) doc.registerFont(face, font as never);
}
