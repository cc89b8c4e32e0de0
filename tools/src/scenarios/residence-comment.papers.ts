import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onePage } from './files.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';

/** A report of one page, as a member would have written it. */
export const reportPdf = (name: string): Promise<Buffer> =>
  onePage({
    title: 'Báo cáo thực hiện nhiệm vụ nơi cư trú',
    heading: 'BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ NƠI CƯ TRÚ',
    paragraph: `${name} đã tham gia đầy đủ các cuộc họp của chi bộ và tổ dân phố.`,
    who: name,
  });

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What the public page of a QR code says, for programs. */
export async function publicVerdict(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  return answer.json() as Promise<Record<string, unknown>>;
}

/** What pdfsig (poppler-utils) says of a signed PDF: the signature is valid and covers the whole document. */
export function checkWithPdfsig(stage: Stage, program: string, bytes: Buffer): void {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-'));
  try {
    const file = join(folder, 'phieu.pdf');
    writeFileSync(file, bytes);
    const said = execFileSync(program, ['-nocert', file], { encoding: 'utf8' });
    demand(said.includes('Signature is Valid.'), `pdfsig says: ${said}`);
    demand(said.includes('Total document signed'), `pdfsig says: ${said}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  stage.tell('   pdfsig: chữ ký hợp lệ, bao trùm toàn bộ văn bản');
}
