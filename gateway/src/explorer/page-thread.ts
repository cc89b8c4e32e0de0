import { parentPort } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import type { PackedPage } from './packed-page.ts';
import { makeExplorerPage } from './page.ts';

// The thread of `packExplorerPage`: it makes the page, gives it away and ends.
const { html, contentSecurityPolicy, etag } = makeExplorerPage();
const page: PackedPage = { contentSecurityPolicy, etag, packed: gzipSync(html, { level: 5 }) };
parentPort?.postMessage(page);
