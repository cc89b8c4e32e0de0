import { onePage, upload } from './files.ts';
import type { Person, Stage } from './stage.ts';

const papers = [
  ['DECISION', 'Quyết định.pdf', 'Quyết định điều động', 'Điều động đồng chí đến đơn vị mới.'],
  [
    'SELF_CRITICISM',
    'Bản tự kiểm điểm.pdf',
    'Bản tự kiểm điểm',
    'Tự kiểm điểm đến ngày chuyển sinh hoạt đảng.',
  ],
] as const;

/** What a member brings with a request made online: the decision behind the move and the self-criticism. */
export async function requestPapers(
  stage: Stage,
  member: Person,
): Promise<{ fileId: string; role: string }[]> {
  const brought: { fileId: string; role: string }[] = [];
  for (const [role, fileName, heading, paragraph] of papers) {
    const bytes = await onePage({ title: heading, heading, paragraph, who: member.label });
    const fileId = await upload(stage, member, { mutation: 'prepareTransferUpload', fileName, bytes });
    brought.push({ fileId, role });
  }
  return brought;
}

/** A scan of one page that somebody in office brings to a dossier, by its heading; answers the id of its file. */
export async function bringScan(stage: Stage, person: Person, heading: string): Promise<string> {
  const paragraph = `Bản chụp do ${person.label} đưa lên.`;
  const bytes = await onePage({ title: heading, heading, paragraph, who: person.label });
  return upload(stage, person, { mutation: 'prepareTransferUpload', fileName: `${heading}.pdf`, bytes });
}
