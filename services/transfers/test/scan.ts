import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { recordFile } from '@dang/documents/files/stored-file';
import { bringScan } from '@dang/documents/testing-scan';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { definition } from '../src/definition.ts';
import type { BroughtDocument, DocumentRole } from '../src/file/transfer-files.ts';

/** A scan that this officer has brought for a request on paper. */
export const scan = (house: Parameters<typeof bringScan>[0], actor: Actor): Promise<string> =>
  bringScan(house, { doors: definition.doors, mutation: 'prepareTransferUpload', actor });

/** Files of these roles that somebody has brought, for tests that never open them: their bytes are nowhere. */
export const papers = (
  em: SqlEntityManager,
  { accountId }: Pick<Actor, 'accountId'>,
  roles: readonly DocumentRole[] = ['DECISION', 'SELF_CRITICISM'],
): Promise<BroughtDocument[]> =>
  Promise.all(
    roles.map(async (role) => {
      const kept = { dataKeySealed: 'none', sha256: Buffer.alloc(32, role), byteSize: 1000 };
      const told = { storageKey: randomUUID(), contentType: 'application/pdf', fileName: `${role}.pdf` };
      return { role, fileId: await recordFile(em, { ...kept, ...told }, { origin: 'UPLOAD', accountId }) };
    }),
  );

type House = Parameters<typeof bringScan>[0] & { em(): SqlEntityManager };

/** What most requests need brought along, unless a test brings its own: scans on paper, papers online. */
export async function broughtWith(
  house: House,
  actor: Actor,
  mutation: string,
  given: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (mutation.startsWith('enterPaper') && !given.scanIds) return { scanIds: [await scan(house, actor)] };
  if (/^request(\w+Transfer|Stay\w+)$/.test(mutation) && !given.documents)
    return { documents: await papers(house.em(), actor) };
  return {};
}
