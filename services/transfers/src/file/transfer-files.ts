import type { Actor } from '@dang/access/actor';
import { attachFiles } from '@dang/documents/files/stored-file';
import type { Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What files of transfers are kept as. */
export const TRANSFER_FILES = 'Transfer';

/** Gives files that the actor has brought to a dossier. Refused: FILE_NOT_UPLOADED, FILE_IN_USE. `field` names the input. */
export const attachToTransfer = (
  em: SqlEntityManager,
  actor: Actor,
  transferId: string,
  fileIds: readonly string[] = [],
  field = 'documentIds',
): Promise<Refusal | null> =>
  attachFiles(em, actor, fileIds, { kind: TRANSFER_FILES, id: transferId }, field);
