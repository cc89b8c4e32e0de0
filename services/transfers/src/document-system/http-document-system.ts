import { type OutsideOptions, outsideDoor } from '@dang/service/outside/outside-door';
import type { z } from 'zod';
import { type DocumentSystem, heldShape, receiptsShape, takenShape } from './document-system.port.ts';

const SUBJECT = 'Giấy giới thiệu sinh hoạt đảng số';

/** The document system over HTTP. The names on the wire are the stand-in's: this is the only place that knows them. */
export function httpDocumentSystem(options: Omit<OutsideOptions, 'system'>): DocumentSystem {
  const ask = outsideDoor({ system: 'documents', ...options });
  const askAbout = <T>(path: string, ids: readonly string[], answer: z.ZodType<T>) =>
    ask({ path, key: ids[0] ?? '', body: { ids }, answer });
  return {
    handOver({ file, ...letter }) {
      const { name, sha256, bytes } = file;
      const content = { name, sha256, contentType: 'application/pdf', content: bytes.toString('base64') };
      const body = { ...letter, subject: `${SUBJECT} ${letter.number}`, file: content };
      return ask({ path: '/documents', key: letter.id, body, answer: takenShape });
    },
    async receipts(ids) {
      const { receipts, unreadable } = await askAbout('/receipts', ids, receiptsShape);
      return { receipts: receipts.filter(({ id }) => ids.includes(id)), unreadable };
    },
    async held(ids) {
      const { documents } = await askAbout('/held', ids, heldShape);
      return documents.filter(({ id }) => ids.includes(id));
    },
  };
}
