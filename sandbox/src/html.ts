import type { FastifyInstance, FastifyReply } from 'fastify';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h1{font-size:1.4rem}fieldset{border:1px solid #bbb;border-radius:6px;margin:0 0 1.5rem;padding:1rem}
label{display:block;margin:.4rem 0}input[type=text],input[type=password]{font:inherit;padding:.4rem;width:100%;box-sizing:border-box}
button{font:inherit;padding:.5rem 1.2rem;background:#a11;color:#fff;border:0;border-radius:6px;cursor:pointer}button.second{background:#666}
.people{max-height:18rem;overflow:auto}.note{color:#555;font-size:.9rem}.error{color:#a11;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}dt{color:#555}dd{margin:0;font-weight:600}`;

/** A page of a stand-in, in Vietnamese; it works without script. `note` says what it stands in for. */
export function htmlPage(title: string, note: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body><h1>${escapeHtml(title)}</h1>
<p class="note">${escapeHtml(note)}</p>
${body}</body></html>`;
}

/** Sends a page that may load nothing and that nobody keeps. */
export const sendHtml = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
  reply
    .code(status)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(text);

/** Lets this part of a server read forms. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}
