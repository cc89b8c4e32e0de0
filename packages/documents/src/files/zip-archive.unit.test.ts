import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { filesOfZip } from '../testing-zip.ts';
import { type ArchiveEntry, streamZip } from './zip-archive.ts';

async function* of(...entries: [string, string][]): AsyncGenerator<ArchiveEntry> {
  for (const [name, text] of entries) yield { name, bytes: Buffer.from(text) };
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(archive: Buffer): Promise<Record<string, string>> {
  const files = await filesOfZip(archive);
  return Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.toString()]));
}

test('an archive holds what was put into it, under safe names that never clash', async () => {
  const archive = await bytesOf(
    streamZip(
      of(
        ['Phiếu nhận xét/Nguyễn Thị Hà.pdf', 'một'],
        ['Phiếu nhận xét/Nguyễn Thị Hà.pdf', 'hai'],
        ['phiếu nhận xét/nguyễn thị hà.PDF', 'ba'],
        ['../../etc/passwd', 'bốn'],
        ['C:\\x\u202e.pdf', 'năm'],
        ['///', 'sáu'],
        ['', ''],
      ),
    ),
  );
  expect(await read(archive)).toEqual({
    'Phiếu nhận xét/Nguyễn Thị Hà.pdf': 'một',
    'Phiếu nhận xét/Nguyễn Thị Hà (2).pdf': 'hai',
    'phiếu nhận xét/nguyễn thị hà (3).PDF': 'ba',
    'etc/passwd': 'bốn',
    'C/x.pdf': 'năm',
    tep: 'sáu',
    'tep (2)': '',
  });
});

test('the same files give the same bytes', async () => {
  const make = () => bytesOf(streamZip(of(['a.pdf', 'x'.repeat(5_000)], ['b.pdf', 'y'])));
  expect((await make()).equals(await make())).toBe(true);
});

test('a file that cannot be had breaks the archive off', async () => {
  async function* broken(): AsyncGenerator<ArchiveEntry> {
    yield { name: 'a.pdf', bytes: Buffer.from('a') };
    throw new Error('gone');
  }
  await expect(bytesOf(streamZip(broken()))).rejects.toThrow('gone');
});

test('whoever does not read is not read for, and whoever leaves ends the asking', async () => {
  let asked = 0;
  let isOver = false;
  async function* endless(): AsyncGenerator<ArchiveEntry> {
    try {
      for (;;) {
        asked += 1;
        yield { name: `${asked}.bin`, bytes: Buffer.alloc(1_000_000, asked % 256) };
      }
    } finally {
      isOver = true;
    }
  }
  const stream = streamZip(endless());
  await once(stream, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toBeLessThan(60);
  stream.destroy();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isOver).toBe(true);
});
