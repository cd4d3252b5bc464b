/** A file of a tar archive with its header, filled up to whole blocks. */
export function tarEntry(path: string, content: Buffer, executable = false): Buffer {
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return Buffer.concat([headerOf(path, content.length, executable), content, padding]);
}

/** What stands at the end of every archive. */
export const TAR_END = Buffer.alloc(1024);

/** https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html, ustar interchange format */
function headerOf(path: string, bytes: number, executable: boolean): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;
  const cut = path.length > 100 ? path.lastIndexOf('/', 154) : -1;
  header.write(cut < 0 ? path : path.slice(cut + 1), 0, 100);
  header.write(octal(executable ? 0o755 : 0o644, 8) + octal(0, 8) + octal(0, 8), 100);
  header.write(octal(bytes, 12) + octal(0, 12), 124);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  if (cut >= 0) header.write(path.slice(0, cut), 345, 155);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)} `, 148);
  return header;
}
