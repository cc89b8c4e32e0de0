/** What a browser or a server would run if it were asked to take the file for something else. */
const scripts = /<script|<html|<!doctype\s+html|<svg[\s>]|<iframe|<\?php|javascript:|vbscript:/i;
/** Archives that unpackers look for in the middle of a file. */
const archives = [Buffer.from('Rar!\x1a\x07', 'latin1'), Buffer.from('377abcaf271c', 'hex')];

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');
const END_BYTES = 22;

/** Whether an unpacker would find a directory of files in these bytes: an end record that points at a directory before it. */
function holdsZip(bytes: Buffer): boolean {
  for (
    let end = bytes.indexOf(END_OF_DIRECTORY);
    end !== -1;
    end = bytes.indexOf(END_OF_DIRECTORY, end + 4)
  ) {
    if (end + END_BYTES > bytes.length) return false;
    const length = bytes.readUInt32LE(end + 12);
    const start = end - length;
    if (length > 0 && start >= 0 && bytes.subarray(start, start + DIRECTORY.length).equals(DIRECTORY))
      return true;
  }
  return false;
}

/** Is there anything in this PDF or picture that another program would take for a file of its own kind (a polyglot)? */
export function holdsSecondFormat(bytes: Buffer): boolean {
  return (
    holdsZip(bytes) || archives.some((mark) => bytes.includes(mark)) || scripts.test(bytes.toString('latin1'))
  );
}
