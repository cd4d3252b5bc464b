import { UserError } from '../../platform/errors.ts';
import { quote } from '../../platform/text/wording.ts';

export const ARTIFACT_KINDS = [
  'build-info',
  'deploy-config',
  'health-report',
  'compatibility-report',
  'metrics',
  'test-results',
  'other',
] as const;

export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

/** Where a pointer leads. `s3`: the endpoint's host, absent for AWS itself; `github`: the server's host. */
export type ArtifactPlace =
  | { readonly store: 's3'; readonly bucket: string; readonly prefix: string; readonly endpoint?: string }
  | { readonly store: 'file' }
  | { readonly store: 'github'; readonly host: string; readonly repository: string; readonly artifact: number };

/** What was stored: one line of text that may be shown, passed as an input, and kept; it holds no credential. */
export interface Pointer {
  readonly place: ArtifactPlace;
  readonly name: string;
  readonly kind: ArtifactKind;
  /** `zip`: a folder, or what GitHub made of an upload; else the name of the one file. */
  readonly form: { readonly zip: true } | { readonly file: string };
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Milliseconds since the epoch, whole seconds; absent where it stays until somebody prunes. */
  readonly expiresAt?: number;
}

/** What an artifact may be named: what GitHub allows, and no longer than a line. */
export const ARTIFACT_NAME = /^[^"':<>|*?\r\n\\/\p{Cc}\p{Cs}]{1,100}$/u;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^(?:[A-Za-z0-9!_.*'()-]+\/)*$/;
const HOST = /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/;
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const LONGEST = 2_000;

export function printPointer({ place, name, kind, form, sha256, bytes, expiresAt }: Pointer): string {
  const values = [
    ['name', name],
    ['kind', kind],
    'file' in form ? ['file', form.file] : ['form', 'zip'],
    ['sha256', sha256],
    ['bytes', String(bytes)],
    ...(expiresAt === undefined ? [] : [['expires', new Date(expiresAt).toISOString().replace('.000Z', 'Z')]]),
    ...(place.store === 's3' && place.endpoint !== undefined ? [['endpoint', place.endpoint]] : []),
  ].map(([key = '', value = '']) => `${key}=${encodeURIComponent(value)}`);
  return `${addressOf(place, sha256)}?${values.join('&')}`;
}

function addressOf(place: ArtifactPlace, sha256: string): string {
  switch (place.store) {
    case 's3':
      return `ra1+s3://${place.bucket}/${place.prefix}sha256/${sha256}`;
    case 'file':
      return `ra1+file:///sha256/${sha256}`;
    case 'github':
      return `ra1+github://${place.host}/${place.repository}/artifacts/${place.artifact}`;
  }
}

/** Reads exactly what `printPointer` writes. Throws a UserError that says what is wrong. */
export function parsePointer(text: string): Pointer {
  if (!text.startsWith('ra1+')) {
    const what = /^ra\d+\+/.test(text) ? 'is of another version of release-actions' : 'is no pointer';
    throw new UserError(`${quote(text)} ${what}; expected the output pointer of share-artifact, such as ra1+s3://….`);
  }
  if (text.length > LONGEST)
    throw new UserError(`The pointer has ${text.length} characters; expected at most ${LONGEST}.`);
  const pointer = read(text);
  if (!pointer || printPointer(pointer) !== text)
    throw new UserError(`The pointer ${quote(text)} was changed or cut off; expected what store gave, unchanged.`);
  return pointer;
}

function read(text: string): Pointer | undefined {
  const [address = '', query = ''] = text.split('?', 2);
  const values = new Map(query.split('&').map((pair) => [pair.split('=', 1)[0] ?? '', decoded(pair)]));
  const place = placeOf(address, values.get('endpoint'));
  const { name = '', kind, file, sha256 = '', bytes = '', expires } = Object.fromEntries(values);
  const expiresAt = expires === undefined ? undefined : Date.parse(expires);
  const isSound =
    isFileName(name) &&
    (file === undefined || isFileName(file)) &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    /^\d{1,15}$/.test(bytes) &&
    (expiresAt === undefined || Number.isFinite(expiresAt));
  const known = ARTIFACT_KINDS.find((one) => one === kind);
  if (!place || !isSound || known === undefined) return undefined;
  const form = file === undefined ? ({ zip: true } as const) : { file };
  const end = expiresAt === undefined ? {} : { expiresAt };
  return { place, name, kind: known, form, sha256, bytes: Number(bytes), ...end };
}

function decoded(pair: string): string {
  try {
    return decodeURIComponent(pair.slice(pair.indexOf('=') + 1));
  } catch {
    return '';
  }
}

function placeOf(address: string, endpoint: string | undefined): ArtifactPlace | undefined {
  const [, store, rest = ''] = /^ra1\+(s3|file|github):\/\/(.*)$/.exec(address) ?? [];
  if (store === 'file') return { store };
  if (store === 's3') {
    const [, bucket = '', prefix = ''] = /^([^/]+)\/(.*?)sha256\/[0-9a-f]{64}$/.exec(rest) ?? [];
    if (!BUCKET.test(bucket) || !isPrefix(prefix)) return undefined;
    if (endpoint !== undefined && !HOST.test(endpoint)) return undefined;
    return { store, bucket, prefix, ...(endpoint !== undefined && { endpoint }) };
  }
  const [, host = '', repository = '', artifact] = /^([^/]+)\/([^/]+\/[^/]+)\/artifacts\/(\d{1,15})$/.exec(rest) ?? [];
  if (store === undefined || !HOST.test(host) || !REPOSITORY.test(repository)) return undefined;
  return { store: 'github', host, repository, artifact: Number(artifact) };
}

/** Empty, or folders with a slash behind each. */
export function isPrefix(prefix: string): boolean {
  return prefix.length <= 500 && PREFIX.test(prefix) && !/(^|\/)\.{1,2}\//.test(prefix);
}

export function isBucket(bucket: string): boolean {
  return BUCKET.test(bucket) && !bucket.includes('..');
}

/** A name that leads nowhere else, on any system. */
export function isFileName(name: string): boolean {
  return ARTIFACT_NAME.test(name) && name !== '.' && name !== '..';
}
