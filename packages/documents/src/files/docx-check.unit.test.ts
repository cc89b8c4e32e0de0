import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sampleDocx, zipOf } from '../testing-samples.ts';
import { checkDocx } from './docx-check.ts';

let plain: Buffer;
beforeAll(async () => {
  plain = (await sampleDocx()).bytes;
});
const check = async (paragraphs: string[], more: Record<string, string | Buffer> = {}) =>
  checkDocx((await sampleDocx(paragraphs, more)).bytes);
const relationship = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`;

describe('a DOCX is taken', () => {
  test('with plain text', () => expect(checkDocx(plain)).resolves.toBeNull());
  test('when its prose speaks of secrets', () =>
    expect(
      check(['Chi bộ phổ biến quy chế bảo vệ bí mật nhà nước', 'Bảo mật', 'tài liệu tối mật']),
    ).resolves.toBeNull());
  test('with a link and the place of its own template', () =>
    expect(
      check(['x'], {
        'word/_rels/document.xml.rels': relationship('hyperlink', 'https://dang.vn'),
        'word/_rels/settings.xml.rels': relationship('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'),
      }),
    ).resolves.toBeNull());
  test('with a picture', () =>
    expect(check(['x'], { 'word/media/image1.png': Buffer.alloc(3_000, 7) })).resolves.toBeNull());
});

describe('a DOCX is refused', () => {
  test.each([['MẬT'], ['TỐI MẬT'], ['Tuyệt mật'], ['Độ mật: Mật'], ['M&#7852;T'], ['MẬT'.normalize('NFD')]])(
    'with the paragraph %s',
    (mark) => expect(check(['Đảng ủy phường', mark, 'Báo cáo'])).resolves.toBe('FILE_CLASSIFIED'),
  );

  test('with a mark in pieces, in its header, or in what it says of itself', async () => {
    const pieces =
      '<w:hdr><w:p><w:r><w:t>TỐI</w:t></w:r><w:r><w:t xml:space="preserve"> MẬT</w:t></w:r></w:p></w:hdr>';
    expect(await check(['x'], { 'word/header1.xml': pieces })).toBe('FILE_CLASSIFIED');
    const properties = '<cp:coreProperties><dc:title>Báo cáo (TỐI MẬT)</dc:title></cp:coreProperties>';
    expect(await check(['x'], { 'docProps/core.xml': properties })).toBe('FILE_CLASSIFIED');
  });

  test.each([
    ['word/vbaProject.bin', 'x'],
    ['word/activeX/activeX1.xml', '<x/>'],
    ['word/embeddings/Book1.xlsx', 'x'],
    ['word/afchunk.mht', 'x'],
    ['evil.html', '<script>'],
    ['word/settings.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
    ['word/footnotes.xml', Buffer.from([0x3c, 0xff, 0xfe])],
    ['word/_rels/settings.xml.rels', relationship('attachedTemplate', 'https://evil.test/t.dotm')],
    ['word/_rels/document.xml.rels', relationship('image', 'file://evil.test/a.png')],
  ])('with %s', (name, content) => expect(check(['x'], { [name]: content })).resolves.toBe('FILE_CONTENT'));

  test.each([
    ['an entity', relationship('image', 'https://evil.test/a.png').replace('External', 'Ext&#101;rnal')],
    [
      'a prefix',
      relationship('image', 'https://evil.test/a.png').replace('<Relationship ', '<r:Relationship '),
    ],
    [
      'a bracket in a value',
      `<Relationships><Relationship Id="a>b" Type="http://x/image" Target="http://evil.test" TargetMode="External"/></Relationships>`,
    ],
    [
      'the word for a link in another attribute',
      relationship('image', 'https://evil.test/a.png').replace('"r1"', `'Type="x/hyperlink"'`),
    ],
    ['other letters', `<?xml version="1.0" encoding="utf-7"?>${relationship('x', 'x')}`],
  ])('with something fetched from elsewhere that hides behind %s', (_, rels) =>
    expect(check(['x'], { 'word/_rels/document.xml.rels': rels })).resolves.toBe('FILE_CONTENT'),
  );

  test('with macros whose types stand in a part written otherwise', async () => {
    const types =
      '<Types><Override PartName="/word/x" ContentType="application/vnd.ms-office.vbaProj&#101;ct"/></Types>';
    const bytes = await zipOf({ '[content_types].xml': types, 'word/document.xml': '<x/>', 'word/x': 'x' });
    expect(await checkDocx(bytes)).toBe('FILE_CONTENT');
  });

  test.each([
    ['word/_rels/document.xml.rels', '<Relationship '],
    ['word/document.xml', '<w:br '],
    ['word/document.xml', '<'],
  ])('or taken in a moment, however %s begins tags', async (name, tag) => {
    const bytes = await zipOf({
      '[Content_Types].xml': '<Types/>',
      ...(name === 'word/document.xml' ? {} : { 'word/document.xml': '<x/>' }),
      [name]: tag.repeat(Math.floor(300_000 / tag.length)),
    });
    const started = performance.now();
    await checkDocx(bytes);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test('with a part whose path leads out', async () => {
    const escaped = Buffer.from(
      (await sampleDocx(['x'], { 'xx/xx/evil.xml': '<x/>' })).bytes
        .toString('latin1')
        .replaceAll('xx/xx/evil', '../../evil'),
      'latin1',
    );
    expect(await checkDocx(escaped)).toBe('FILE_CONTENT');
  });

  test('when parts swell beyond measure, as they say or as they do', async () => {
    expect(await check(['x'], { 'word/media/a.png': Buffer.alloc(3_000_000) })).toBe('FILE_BOMB');
    expect(await check(['x'], { 'word/styles.xml': `<x>${' '.repeat(3_000_000)}</x>` })).toBe('FILE_BOMB');
    const many = Object.fromEntries(
      Array.from({ length: 2_100 }, (_, number) => [`word/media/${number}.png`, 'x']),
    );
    expect(await check(['x'], many)).toBe('FILE_BOMB');
  });

  test('when it says that a part is small and it is not', async () => {
    const size = 5_000_000;
    const { bytes } = await sampleDocx(['x'], { 'word/media/a.png': Buffer.alloc(size) });
    const told = Buffer.alloc(4);
    told.writeUInt32LE(size);
    for (let place = bytes.indexOf(told); place !== -1; place = bytes.indexOf(told, place + 1))
      bytes.writeUInt32LE(1_000, place);
    expect(await checkDocx(bytes)).not.toBeNull();
  });

  test('without its text, with anything before, behind or about it', async () => {
    expect(await checkDocx(await zipOf({ 'a.txt': 'x' }))).toBe('FILE_CONTENT');
    expect(await checkDocx(Buffer.concat([Buffer.from('MZ'), plain]))).toBe('FILE_CONTENT');
    expect(await checkDocx(Buffer.concat([plain, Buffer.from('x')]))).toBe('FILE_CONTENT');
    const twoFaced = { '%PDF-1.7': 'x', 'word/document.xml': '<x/>', '[Content_Types].xml': '<x/>' };
    expect(await checkDocx(await zipOf(twoFaced))).toBe('FILE_CONTENT');
  });

  test('when it is cut off anywhere, and without a stumble whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: plain.length - 1 }), async (cut) => {
        expect(await checkDocx(plain.subarray(0, cut))).toBe('FILE_CONTENT');
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (changes) => {
          const touched = Buffer.from(plain);
          for (const [place, byte] of changes) touched[place] = byte;
          await checkDocx(touched);
        },
      ),
      { numRuns: 300 },
    );
  });
});
