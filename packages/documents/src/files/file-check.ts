import { fileTypeFromBuffer } from 'file-type';
import { checkDocx } from './docx-check.ts';
import type { FileFault } from './file-fault.ts';
import { checkJpeg, checkPng } from './image-check.ts';
import { checkPdf } from './pdf-check.ts';

const checks: Readonly<Record<string, (bytes: Buffer) => FileFault | null | Promise<FileFault | null>>> = {
  'application/pdf': checkPdf,
  'image/png': checkPng,
  'image/jpeg': checkJpeg,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': checkDocx,
};

/** Looks at bytes that somebody calls a file of that media type; null when they are one, whole and harmless. */
export async function checkFile(bytes: Buffer, contentType: string): Promise<FileFault | null> {
  const check = Object.hasOwn(checks, contentType) ? checks[contentType] : undefined;
  const sniffed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!check || sniffed?.mime !== contentType) return 'FILE_TYPE_NOT_ALLOWED';
  return check(bytes);
}
