import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

const here = new URL('./', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, here), 'utf8');

/** The queries that a newcomer finds as tabs, in the order of their file names; the README shows the same. */
export function explorerQueries(): { name: string; query: string }[] {
  return readdirSync(new URL('queries/', here))
    .sort()
    .map((file) => {
      const query = read(`queries/${file}`);
      const name = /^query (\w+)/m.exec(query)?.[1];
      if (name === undefined) throw new Error(`${file} holds no named query`);
      return { name, query };
    });
}

/** The explorer as one page, the policy that it runs under, and a tag by which a browser knows that it has it already. */
export type ExplorerPage = { html: string; contentSecurityPolicy: string; etag: string };

/**
 * GraphiQL with our bar above it, in one HTML text that asks no other host for anything. Scripts are allowed by their
 * hashes, so the page may run exactly what is in it.
 */
export function makeExplorerPage(): ExplorerPage {
  const tabs = explorerQueries();
  const graphiql = renderGraphiQL({
    title: 'Thủ tục Đảng',
    endpoint: '/graphql',
    defaultTabs: tabs,
  });
  const bar = [
    `<style>${read('bar.css')}</style>`,
    read('bar.html'),
    `<script type="application/json" id="dang-tabs">${JSON.stringify(tabs).replaceAll('<', '\\u003c')}</script>`,
    `<script>${read('bar.client.js')}</script>`,
  ].join('\n');
  const html = graphiql
    .replace('<html lang="en">', '<html lang="vi">')
    .replace(/<body[^>]*>/, (body) => `${body}\n${bar}`);
  return { html, contentSecurityPolicy: policyFor(html), etag: `"${hash(html, 'sha1')}"` };
}

function hash(text: string, algorithm = 'sha256'): string {
  return createHash(algorithm).update(text).digest('base64');
}

function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${hash(script)}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')} blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
