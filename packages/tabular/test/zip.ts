import { crc32, deflateRawSync } from 'node:zlib';

type Part = { name: string; text: string; declaredBytes?: number };

/** A zip file of these parts; `declaredBytes` lies about the size after unpacking. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, declaredBytes } of parts) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredBytes ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), made, common, tail, Buffer.from(name)]));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The least that is an XLSX file: one sheet with this content, and what else the test brings. */
export function xlsxOf(sheetData: string, more: readonly Part[] = [], declaredBytes?: number): Buffer {
  const text = `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${sheetData}</sheetData></worksheet>`;
  return zipOf([
    {
      name: 'xl/worksheets/sheet1.xml',
      text,
      ...(declaredBytes === undefined ? {} : { declaredBytes }),
    },
    ...more,
  ]);
}
