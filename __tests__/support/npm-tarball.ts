import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { TAR_END, tarEntry } from '../../simulator/core/tar.ts';

export interface NpmTarball {
  readonly bytes: Buffer;
  /** As npm writes it: `sha512-…`. */
  readonly integrity: string;
}

/** A package that has nothing but its package.json, packed as npm packs it, without a process. */
export function npmTarball(manifest: object): NpmTarball {
  const file = Buffer.from(JSON.stringify(manifest));
  const bytes = gzipSync(Buffer.concat([tarEntry('package/package.json', file), TAR_END]));
  return { bytes, integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}` };
}

/** What npm sends to publish it. https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md */
export function publication(registry: string, manifest: { name: string; version: string }): object {
  const { name, version } = manifest;
  const { bytes, integrity } = npmTarball(manifest);
  const file = `${name}-${version}.tgz`;
  const dist = {
    integrity,
    shasum: createHash('sha1').update(bytes).digest('hex'),
    tarball: `${registry}/${name}/-/${file}`,
  };
  return {
    _id: name,
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
    _attachments: {
      [file]: { content_type: 'application/octet-stream', data: bytes.toString('base64'), length: bytes.length },
    },
  };
}

/** One header of an archive as a test wants it, right or wrong. */
export interface TarHeader {
  readonly name: string;
  readonly size?: number;
  readonly type?: string;
  readonly link?: string;
  readonly prefix?: string;
  readonly magic?: string;
  /** What is added to its checksum. */
  readonly wrongBy?: number;
}

export function tarHeader({ name, size = 0, type = '0', wrongBy = 0, ...more }: TarHeader): Buffer {
  const header = Buffer.alloc(512);
  header.write(name);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(more.link ?? '', 157);
  header.write(more.magic ?? 'ustar\x0000', 257);
  header.write(more.prefix ?? '', 345);
  const sum = header.reduce((total, byte) => total + byte, wrongBy);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** An entry with its content, filled up to whole blocks. */
export function tarOf(name: string, content: string, more: Partial<TarHeader> = {}): Buffer {
  const size = Buffer.byteLength(content);
  const body = Buffer.alloc(Math.ceil(size / 512) * 512);
  body.write(content);
  return Buffer.concat([tarHeader({ name, size, ...more }), body]);
}
