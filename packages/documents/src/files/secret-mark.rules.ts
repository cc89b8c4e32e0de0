/** Độ mật of the law on state secrets; the first two words need nothing beside them, the last is an everyday word too. */
const strong = /(?<!\p{L})(tối|tuyệt)[\s_-]+mật(?!\p{L})/iu;
const said = /(?<!\p{L})độ\s+mật\s*[:：=-]\s*mật(?!\p{L})/iu;
/** `MẬT` as on a stamp: in capitals, at an end of the text or of its parts. "BẢO MẬT" and "mật ong" are none. */
const stamped = /(^|[-_–—.,;:()[\]|/])\s*MẬT\s*($|[-_–—.,;:()[\]|/])/u;

/** Whether a name, title or line says by itself that its document is a state secret. Any Unicode form. */
export function hasSecretMark(text: string): boolean {
  const line = text.normalize('NFC').trim();
  return strong.test(line) || said.test(line) || stamped.test(line);
}

/** Whether a paragraph is nothing but a mark: what a stamp leaves in a text. Prose that speaks of secrets is none. */
export const isSecretStamp = (paragraph: string): boolean =>
  /^\W*(độ\s+mật\s*[:：]\s*)?((tối|tuyệt)\s+)?mật\W*$/iu.test(paragraph.normalize('NFC').trim());
