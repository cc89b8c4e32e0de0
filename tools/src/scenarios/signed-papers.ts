import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '../launcher/running.ts';
import { findPoppler } from '../servers/poppler.ts';
import type { Stage } from './stage.ts';
import { demand } from './surprise.ts';

/** SHA-256 of these bytes, in hexadecimal. */
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What the public page of a QR code says, for programs. */
export async function publicVerdict(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  return answer.json() as Promise<Record<string, unknown>>;
}

/** What pdfsig (poppler-utils) says of a signed PDF: the signature is valid and covers the whole document. */
export async function checkWithPdfsig(stage: Stage, bytes: Buffer): Promise<void> {
  const program = await findPoppler('pdfsig', join(dataFolder, 'cache'), stage.tell);
  const folder = mkdtempSync(join(tmpdir(), 'van-ban-'));
  try {
    const file = join(folder, 'van-ban.pdf');
    writeFileSync(file, bytes);
    const said = execFileSync(program, ['-nocert', file], { encoding: 'utf8' });
    demand(said.includes('Signature is Valid.'), `pdfsig says: ${said}`);
    demand(said.includes('Total document signed'), `pdfsig says: ${said}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  stage.tell('   pdfsig: chữ ký hợp lệ, bao trùm toàn bộ văn bản');
}
