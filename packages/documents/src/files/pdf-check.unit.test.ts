import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { testSigned } from '../signing/testing-signed.ts';
import { samplePdf, zipOf } from '../testing-samples.ts';
import { checkPdf } from './pdf-check.ts';

let paper: Buffer;
beforeAll(async () => {
  paper = (await samplePdf()).bytes;
});

/** A small PDF of these objects, each `<<…>>` or with its stream, with a true table of places. */
function pdfOf(objects: readonly (string | Buffer)[], info = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\n', 'latin1')];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  const places: number[] = [];
  const all = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', ...objects];
  all.forEach((object, index) => {
    places.push(length());
    const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object;
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  });
  const start = length();
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${info} >>\n`;
  parts.push(Buffer.from(`${table}startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}

const stream = (dictionary: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
const objectStream = (text: string, more = '/Filter /FlateDecode') =>
  stream(
    `/Type /ObjStm /N 1 /First 4 ${more}`,
    more.includes('Flate') ? deflateSync(text) : Buffer.from(text),
  );

describe('a PDF is taken', () => {
  test('as our own forms are made', () => expect(checkPdf(paper)).toBeNull());
  test('as they are when they are signed', async () => expect(checkPdf((await testSigned()).pdf)).toBeNull());
  test('with its objects in a packed stream', () =>
    expect(checkPdf(pdfOf([objectStream('3 0 << /Type /Page >>')]))).toBeNull());
  test('with an outline, a link and a title that speaks of security', () =>
    expect(
      checkPdf(
        pdfOf(
          ['<< /Type /Outlines /First 5 0 R /Count 1 >>', '<< /S /URI /URI (https://dang.vn) >>'],
          '/Info << /Title (Quy che bao mat) >>',
        ),
      ),
    ).toBeNull());
  test('with a later version appended, as signing appends one', () => {
    const appended = `9 0 obj\n<< /Type /Sig >>\nendobj\n`;
    const start = paper.length + appended.length;
    const tail = `${appended}xref\n0 0\ntrailer\n<< /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
    expect(checkPdf(Buffer.concat([paper, Buffer.from(tail)]))).toBeNull();
  });
});

describe('a PDF is refused', () => {
  test.each([
    ['a script', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    ['a script whose name is written with escapes', '<< /S /J#61va#53cript /JS (1) >>'],
    ['a program to start', '<< /S /Launch /F (cmd.exe) >>'],
    ['a file inside', '<< /Type /EmbeddedFile >>'],
    ['a form that is sent away', '<< /S /SubmitForm /F (http://x) >>'],
    ['a form in XML', '<< /XFA 5 0 R >>'],
    ['a film', '<< /Subtype /RichMedia >>'],
    ['a web page in a stream', stream('', Buffer.from('<html><body>hi</body></html>'))],
    ['a script of a page in its title', '<< /Title (<script>alert\\(1\\)</script>) >>'],
    ['a packed script', objectStream('3 0 << /S /JavaScript /JS (1) >>')],
    ['a script in a stream that is not packed', objectStream('3 0 << /S /JavaScript >>', '')],
    ['objects packed in a way that nobody checks', objectStream('x', '/Filter /LZWDecode')],
    ['objects packed twice', objectStream('x', '/Filter [/ASCIIHexDecode /FlateDecode]')],
    [
      'objects that a predictor garbles',
      objectStream('x', '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>'),
    ],
    [
      'objects that a predictor garbles which stands elsewhere',
      objectStream('x', '/Filter /FlateDecode /DecodeParms 9 0 R'),
    ],
    ['objects packed as pictures inside a page are', objectStream('x', '/F /FlateDecode')],
    ['objects garbled as those are', objectStream('x', '/Filter /FlateDecode /DP << /Predictor 12 >>')],
    [
      'packed objects that do not unpack',
      stream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', Buffer.from('no')),
    ],
    [
      'packed objects whose dictionary hides behind a comment',
      stream(
        '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode % 7 0 obj <<\n',
        deflateSync('3 0 << /S /JavaScript >>'),
      ),
    ],
    [
      'an escaped name of a packed stream',
      stream('/Type /Obj#53tm /N 1 /Fi#72st 4 /Filter /FlateDecode', deflateSync('3 0 << /S /JavaScript >>')),
    ],
  ])('with %s', (_, object) => expect(checkPdf(pdfOf([object]))).toBe('FILE_CONTENT'));

  test('when it is encrypted', () =>
    expect(checkPdf(pdfOf([], '/Encrypt << /Filter /Standard >>'))).toBe('FILE_CONTENT'));

  test('when its packed objects swell beyond measure', () =>
    expect(checkPdf(pdfOf([objectStream(' '.repeat(20_000_000))]))).toBe('FILE_BOMB'));

  test('when many packed streams swell together', () => {
    const heavy = Array.from({ length: 6 }, () => objectStream(' '.repeat(15_000_000)));
    expect(checkPdf(pdfOf(heavy))).toBe('FILE_BOMB');
  });

  test('when an archive stands inside, before its end or after', async () => {
    const zip = await zipOf({ 'a.exe': 'MZ' });
    expect(checkPdf(pdfOf([stream('', zip)]))).toBe('FILE_CONTENT');
    expect(checkPdf(Buffer.concat([paper, zip]))).toBe('FILE_CONTENT');
    expect(checkPdf(Buffer.concat([zip, paper]))).toBe('FILE_CONTENT');
  });

  test.each([
    '/Info << /Title (x) /Keywords <FEFF004D1EAC0054> >>',
    '/Info << /Subject (\\376\\377\\000M\\036\\254\\000T) >>',
    `/Info << /Title (${Buffer.from('Báo cáo TỐI MẬT').toString('latin1')}) >>`,
  ])('when it calls itself secret: %s', (info) => {
    expect(checkPdf(pdfOf([], info))).toBe('FILE_CLASSIFIED');
  });

  test('when its packet of properties says so', () => {
    const packet = Buffer.from('<x:xmpmeta><dc:title><rdf:li>Độ mật: Mật</rdf:li></dc:title></x:xmpmeta>');
    expect(checkPdf(pdfOf([stream('/Type /Metadata', packet)]))).toBe('FILE_CLASSIFIED');
  });

  test('when anything is cut off or appended, wherever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: paper.length - 2 }), (cut) => {
        expect(checkPdf(paper.subarray(0, cut))).not.toBeNull();
        expect(checkPdf(paper.subarray(cut))).not.toBeNull();
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (text) => {
          expect(checkPdf(Buffer.concat([paper, Buffer.from(text)]))).toBe('FILE_CONTENT');
        },
      ),
    );
  });

  test.each([
    ['beginnings of packets', '<x:xmpmeta'],
    ['titles without an end', '/Title('],
    ['streams', '>>stream\n'],
    ['ends of archives', 'PK\x05\x06\0\0\0\0\0\0\0\0\x28\0\0\0\0\0\0\0\0\0'],
    [
      'packed streams of nothing',
      `<</ObjStm/Filter/FlateDecode>>stream\n${deflateSync('').toString('latin1')}`,
    ],
  ])('or taken in a moment, however many %s there are', (_, piece) => {
    const bytes = pdfOf([Buffer.from(piece.repeat(Math.floor(1_000_000 / piece.length)), 'latin1')]);
    const started = performance.now();
    checkPdf(bytes);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test('without a stumble, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(paper.length - 1), fc.nat(255)), { maxLength: 50 }), (changes) => {
        const touched = Buffer.from(paper);
        for (const [place, byte] of changes) touched[place] = byte;
        checkPdf(touched);
      }),
      { numRuns: 300 },
    );
  });
});
