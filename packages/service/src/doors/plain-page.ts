const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const inHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');

/** The policy of a plain page: nothing is loaded, nothing runs. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.3rem}.good{color:#0a6b2d}.bad{color:#a40000}dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.2rem}
dt{color:#555}dd{margin:0;overflow-wrap:anywhere}footer{margin-top:2rem;color:#555;font-size:.9rem}`;

/** What a public page says: a headline, good or bad news or neither, a sentence, facts, and what the page is. All of it is text. */
export interface PlainPage {
  readonly title: string;
  readonly news?: 'good' | 'bad';
  readonly sentence?: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly footer: string;
}

/** A small page in Vietnamese for the public doors, without scripts, pictures or anything from elsewhere. */
export function plainPage({ title, news, sentence, facts, footer }: PlainPage): string {
  const kind = news ? ` class="${news}"` : '';
  const paragraph = sentence === undefined ? '' : `<p>${inHtml(sentence)}</p>`;
  const list = facts?.map(([name, value]) => `<dt>${inHtml(name)}</dt><dd>${inHtml(value)}</dd>`).join('');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${inHtml(title)}</title><style>${style}</style></head><body><main>
<h1${kind}>${inHtml(title)}</h1>${paragraph}${list === undefined ? '' : `<dl>${list}</dl>`}</main>
<footer>${inHtml(footer)}</footer></body></html>`;
}
