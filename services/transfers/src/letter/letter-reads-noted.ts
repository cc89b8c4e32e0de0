import { recordAudit } from '@dang/audit/record';
import { type GraphContext, loaderOf } from '@dang/service/context';

/** What somebody opens: a letter, or what was brought to a dossier. */
export type Opened = {
  readonly kind: 'introductionLetter' | 'transferDocuments';
  readonly dossierId: string;
  readonly id: string;
};

const actions = {
  introductionLetter: 'readIntroductionLetter',
  transferDocuments: 'readTransferDocuments',
} as const;

/**
 * Keeps who reads the letter or the documents of whom, before they are shown (domain, security: "every read of a member file by someone other than
 * the member is logged"): a line a letter and request, all of a list in one statement; what members read about themselves is left out. Readable
 * afterwards where the dossier came from.
 */
export async function noteTransferRead(
  context: GraphContext,
  { kind, dossierId, id }: Opened,
): Promise<void> {
  await loaderOf<string, boolean>(context, `reads of ${kind}`, async (keys) => {
    const em = context.em.fork();
    const ofDossier = new Map(keys.map((key) => key.split(' ') as [string, string]));
    const rows: { id: string; memberId: string; unitId: string | null }[] = await em.execute(
      `select id, member_id as "memberId", coalesce(origin_branch_id, destination_branch_id) as "unitId"
       from transfer_dossier where id = any(array[?]::uuid[])`,
      [[...new Set(ofDossier.values())]],
    );
    const about = new Map(rows.map((row) => [row.id, row]));
    const lines = [...ofDossier].flatMap(([subjectId, dossier]) => {
      const { memberId = null, unitId = null } = about.get(dossier) ?? {};
      if (memberId === context.actor?.memberId) return [];
      return [{ action: actions[kind], subjectKind: kind, subjectId, unitId, memberId }];
    });
    await recordAudit(em, lines, context);
    return keys.map(() => true);
  }).load(`${id} ${dossierId}`);
}
