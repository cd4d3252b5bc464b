import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Real X.509 certificates, made at test time so that none of them ages in the repository. RFC 5280. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
  readonly privateKey: KeyObject;
  readonly name: string;
}

export interface CertificateRequest {
  readonly name: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Absent: self-signed. */
  readonly issuer?: Issued;
  readonly isAuthority?: boolean;
}

const DAY = 86_400_000;

export function issue({ name, issuer, isAuthority = false, ...validity }: CertificateRequest): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const notBefore = validity.notBefore ?? new Date(Date.now() - DAY);
  const notAfter = validity.notAfter ?? new Date(Date.now() + 90 * DAY);
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const serial = createHash('sha256').update(spki).digest().subarray(0, 8);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 1;
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    distinguishedName(issuer?.name ?? name),
    sequence(time(notBefore), time(notAfter)),
    distinguishedName(name),
    spki,
    tagged(0xa3, sequence(...extensions(name, isAuthority))),
  );
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey);
  const der = sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const cert = `-----BEGIN CERTIFICATE-----\n${der
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, privateKey, name };
}

function extensions(name: string, isAuthority: boolean): Buffer[] {
  const isAddress = /^[\d.]+$/.test(name);
  const altName = isAddress ? tagged(0x87, Buffer.from(name.split('.').map(Number))) : tagged(0x82, Buffer.from(name));
  const constraints = isAuthority ? sequence(tagged(0x01, Buffer.from([0xff]))) : sequence();
  const extension = (id: string, value: Buffer) => sequence(oid(id), tagged(0x04, value));
  return [extension('551d13', constraints), extension('551d11', sequence(altName))];
}

function distinguishedName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name)))));
}

function time(date: Date): Buffer {
  return tagged(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
