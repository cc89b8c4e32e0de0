import { crc32, deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { makeForm } from './form.ts';

/** The media type of DOCX. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file for a test, with what its announcement says. */
export type SampleFile = { fileName: string; contentType: string; bytes: Buffer };

/** A page of paper as PDF. */
export async function samplePdf(fileName = 'Phiếu quét.pdf'): Promise<SampleFile> {
  const info = { title: fileName, madeAt: new Date('2026-07-06T02:00:00Z'), footer: 'Mẫu' };
  const bytes = await makeForm(info, (form) => form.paragraph('Nội dung của tờ giấy'));
  return { fileName, contentType: 'application/pdf', bytes };
}

/** One chunk of a PNG. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey picture of that size as PNG. */
export function samplePng({ width = 8, height = 8 } = {}, fileName = 'anh.png'): SampleFile {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(height * (width + 1)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  return { fileName, contentType: 'image/png', bytes };
}

/** The parts of a JPEG up to its picture data; tests put others between. */
export const jpegParts = {
  start: Buffer.from('ffd8', 'hex'),
  app0: Buffer.from('ffe000104a46494600010100000100010000', 'hex'),
  frame: (width = 8, height = 8): Buffer => {
    const frame = Buffer.from('ffc0000b080008000801011100', 'hex');
    frame.writeUInt16BE(height, 5);
    frame.writeUInt16BE(width, 7);
    return frame;
  },
  scan: Buffer.from('ffda0008010100003f00d2cf20', 'hex'),
  end: Buffer.from('ffd9', 'hex'),
};

/** A grey picture as JPEG; its picture data is none that a viewer would show. */
export function sampleJpeg(fileName = 'anh.jpg'): SampleFile {
  const { start, app0, frame, scan, end } = jpegParts;
  return { fileName, contentType: 'image/jpeg', bytes: Buffer.concat([start, app0, frame(), scan, end]) };
}

/** Puts texts and bytes into an archive by their names. */
export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

/** A document of these paragraphs as DOCX, with further parts beside it. */
export async function sampleDocx(
  paragraphs: readonly string[] = ['Báo cáo kết quả'],
  more: Record<string, string | Buffer> = {},
): Promise<SampleFile> {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  const bytes = await zipOf({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
  return { fileName: 'bao-cao.docx', contentType: DOCX, bytes };
}
