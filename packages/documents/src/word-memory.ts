/** A glyph as pdfkit wants it: which, how wide, and for which letters it stands. */
type LaidGlyph = {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
};
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number };
type Run = { readonly glyphs: readonly LaidGlyph[]; readonly positions: readonly Position[] };

/** A font opened by fontkit. `_glyphs` is what it has met so far, with the letters it was met for. */
export interface OpenedFont {
  layout(text: string, features?: object): Run;
  createSubset(): object;
  _glyphs: object;
}

/** So many words of a face are remembered: those of every form, and the names that come by. */
const MOST_WORDS = 2_000;

/** A word laid out for one document: pdfkit scales the positions in place, so they are its own. */
class LaidWord implements Run {
  readonly glyphs: readonly LaidGlyph[];
  readonly positions: readonly Position[];

  constructor({ glyphs, positions }: Run) {
    this.glyphs = glyphs;
    this.positions = positions.map((position) => ({ ...position }));
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
}

/**
 * `layout` of a font that lays a word out once a process: forms say the same words again and again. What the font has met is forgotten
 * before each new word, so that a glyph stands for the letters of this word, whatever was written before it in this process.
 */
export function rememberWords(font: OpenedFont): OpenedFont['layout'] {
  const layOut = font.layout.bind(font);
  const words = new Map<string, Run>();
  const fresh = (text: string, features?: object): Run => {
    font._glyphs = {};
    const { glyphs, positions } = layOut(text, features);
    const plain = glyphs.map(({ id, advanceWidth, codePoints }) => ({ id, advanceWidth, codePoints }));
    return { glyphs: plain, positions };
  };
  return (text, features) => {
    if (features) return new LaidWord(fresh(text, features));
    const word = words.get(text) ?? fresh(text);
    if (words.size >= MOST_WORDS) words.clear();
    words.set(text, word);
    return new LaidWord(word);
  };
}
