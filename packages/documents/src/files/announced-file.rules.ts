import { hasSecretMark } from './secret-mark.rules.ts';

/** The media types that are taken (domain 10.8), and the endings of their names. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
};

/** The largest file that is taken, in bytes. */
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024;

const NAME_LIMIT = 150;
/** Separators of every system, control characters, and the marks that make a name read backwards. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}/\\:*?"<>|\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file as somebody announces it. */
export type AnnouncedFile = {
  fileName: string;
  contentType: string;
  size: number;
  sha256?: string | null;
  /** `ORDINARY` when nothing is said. */
  classification?: string;
};

type Fault = {
  code: 'FILE_NAME_INVALID' | 'FILE_TYPE_NOT_ALLOWED' | 'FILE_TOO_LARGE' | 'FILE_CLASSIFIED';
  field: string;
};

/** Why a file of that name, type and size is not taken; null when it is. The name is in form NFC. */
export function announcedFault({
  fileName,
  contentType,
  size,
  classification = 'ORDINARY',
}: AnnouncedFile): Fault | null {
  if (classification !== 'ORDINARY') return { code: 'FILE_CLASSIFIED', field: 'classification' };
  const bad = { code: 'FILE_NAME_INVALID', field: 'fileName' } as const;
  if (fileName.length > NAME_LIMIT || unfit.test(fileName) || reserved.test(fileName)) return bad;
  if (fileName !== fileName.trim() || /^\.|\.\.|\.$/.test(fileName)) return bad;
  if (hasSecretMark(fileName.replace(/\.\w+$/, ''))) return { code: 'FILE_CLASSIFIED', field: 'fileName' };
  const allowed = Object.hasOwn(endings, contentType) ? endings[contentType] : undefined;
  if (!allowed) return { code: 'FILE_TYPE_NOT_ALLOWED', field: 'contentType' };
  const [, ending = ''] = /^.+\.(\w+)$/.exec(fileName) ?? [];
  if (!allowed.includes(ending.toLowerCase())) return { code: 'FILE_TYPE_NOT_ALLOWED', field: 'fileName' };
  if (size > FILE_LIMIT_BYTES) return { code: 'FILE_TOO_LARGE', field: 'size' };
  return null;
}
