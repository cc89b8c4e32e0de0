import { extname } from 'node:path';
import { readFile } from '@dang/documents/files/stored-file';
import type { ServiceEnvironment } from '@dang/service/environment';
import { type Sheet, streamBook } from '@dang/tabular/stream-rows';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PaperRow } from './archive.rows.ts';
import { vietnameseDay } from './vietnamese-day.ts';

const header = [
  'TT',
  'Họ và tên đảng viên',
  'Chi bộ sinh hoạt',
  'Hồ sơ số',
  'Đảng ủy nơi cư trú',
  'Ngày gửi phiếu',
  'Ngày gửi báo cáo',
  'Nhận xét chung của đảng viên',
];

/** What is in an archive, member by member; it is also where a report is read that came without a file. */
const contents = (papers: readonly PaperRow[]): Sheet => ({
  name: 'Danh mục',
  title: ['DANH MỤC PHIẾU NHẬN XÉT VÀ BÁO CÁO', `Danh sách số ${papers[0]?.listNumber ?? ''}`],
  header,
  widths: [6, 28, 28, 34, 32, 16, 16, 80],
  rows: papers.map((paper, index) => [
    index + 1,
    paper.memberName,
    paper.branchName,
    paper.itemNumber,
    paper.residenceName,
    vietnameseDay(paper.deliveredOn),
    vietnameseDay(paper.reportSentOn),
    paper.reportComment,
  ]),
});

/**
 * What goes into the archive of a list: a table of contents, then for each member the sheet in force and the file of the report, read
 * one at a time. Names hold the member's name and the number of the dossier, no personal number.
 * @throws FileDamaged when bytes are gone or touched: an archive that lacks something is not handed out as a whole one.
 */
export async function* archiveOf(
  em: SqlEntityManager,
  environment: ServiceEnvironment,
  papers: readonly PaperRow[],
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  yield { name: 'danh-muc.xlsx', bytes: Buffer.concat(await streamBook([contents(papers)]).toArray()) };
  for (const [index, paper] of papers.entries()) {
    const of = `${String(index + 1).padStart(3, '0')} ${paper.memberName} ${paper.itemNumber}`;
    const files = [
      { fileId: paper.sheetFileId, name: `${of} phiếu nhận xét` },
      { fileId: paper.reportFileId, name: `${of} báo cáo` },
    ];
    for (const { fileId, name } of files) {
      const file = fileId === null ? null : await readFile(em, environment, fileId);
      if (file) yield { name: `${name}${extname(file.fileName).toLowerCase()}`, bytes: file.bytes };
    }
  }
}
