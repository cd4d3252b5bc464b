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
