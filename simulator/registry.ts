import { createHash } from 'node:crypto';
import type { Answer } from './core/answer.ts';
import {
  type Build,
  npmAttestations,
  npmDocument,
  npmTarball,
  pypiName,
  pypiPage,
  pypiProvenance,
  pypiWheel,
  type Release,
} from './registry-formats.ts';
import type { Timeline } from './timeline.ts';

/** What is published, and how long it takes until it is served. */
export interface Publication {
  readonly registry: 'npm' | 'pypi';
  readonly name: string;
  readonly version: string;
  readonly lagMs?: number;
  readonly integrity?: string;
  /** Where it was built, as its provenance says. */
  readonly provenance?: Build;
}

type Kind = Publication['registry'];

/** An npm registry and a Python index in which what was published appears after a lag, and never changes. */
export class Registry {
  readonly #packages = { npm: new Map<string, Release[]>(), pypi: new Map<string, Release[]>() };
  readonly #timeline: Timeline;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** `already`: the same bytes are there; `conflict`: other bytes are. */
  publish(publication: Publication & { at?: number }): 'published' | 'already' | 'conflict' {
    const { registry, name, version } = publication;
    const integrity = publication.integrity ?? integrityOf(registry, name, version);
    const releases = this.#releases(registry, name);
    const known = releases.find((release) => release.version === version);
    if (known) return known.integrity === integrity ? 'already' : 'conflict';
    const publishedAt = publication.at ?? this.#timeline.now();
    const servedFrom = publishedAt + (publication.lagMs ?? 0);
    const { provenance } = publication;
    releases.push({ version, publishedAt, servedFrom, integrity, ...(provenance && { provenance }) });
    return 'published';
  }

  /** Whether somebody who asks now gets this version. */
  isServed(registry: Kind, name: string, version: string): boolean {
    return this.served(registry, name).some((release) => release.version === version);
  }

  /** What is served now, oldest first. */
  served(registry: Kind, name: string): readonly Release[] {
    this.#timeline.catchUp();
    const now = this.#timeline.now();
    return this.#releases(registry, name).filter(({ servedFrom }) => servedFrom <= now);
  }

  /** The answer to a path below `/registry`, whose own address is `base`. */
  answer(path: string, accept: string, base: string): Answer {
    const npm = /^\/npm\/-\/tarballs\/(.+)\/([^/]+)\.tgz$/.exec(path);
    if (npm) return this.#file('npm', decode(npm[1]), decode(npm[2]), npmTarball);
    const attested = /^\/npm\/-\/npm\/v1\/attestations\/(.+)@([^@]+)$/.exec(path);
    if (attested) return this.#attestations(decode(attested[1]), decode(attested[2]));
    const wheel = /^\/pypi\/files\/([^/]+)\/([^/]+)\/[^/]+\.whl$/.exec(path);
    if (wheel) return this.#file('pypi', decode(wheel[1]), decode(wheel[2]), pypiWheel);
    const proven = /^\/pypi\/integrity\/([^/]+)\/([^/]+)\/[^/]+\/provenance$/.exec(path);
    if (proven) return this.#provenance(decode(proven[1]), decode(proven[2]));
    const simple = /^\/pypi\/simple\/([^/]+)\/?$/.exec(path);
    if (simple) return this.#pypi(decode(simple[1]), accept, base);
    const document = /^\/npm\/(@[^/%]+(?:\/|%2f)[^/]+|[^/@][^/]*)(?:\/([^/]+))?$/i.exec(path);
    if (document) return this.#npm(decode(document[1]), document[2], base);
    return missing();
  }

  #releases(registry: Kind, name: string): Release[] {
    const packages = this.#packages[registry];
    const key = registry === 'pypi' ? pypiName(name) : name;
    const releases = packages.get(key) ?? [];
    packages.set(key, releases);
    return releases;
  }

  #file(registry: Kind, name: string, version: string, make: (name: string, version: string) => Uint8Array): Answer {
    if (!this.isServed(registry, name, version)) return missing();
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: make(name, version) };
  }

  #attestations(name: string, version: string): Answer {
    const found = this.served('npm', name).find((release) => release.version === version);
    if (found?.provenance === undefined) return missing();
    const headers = { 'content-type': 'application/json' };
    return { status: 200, headers, body: npmAttestations(name, version, found.provenance) };
  }

  #provenance(name: string, version: string): Answer {
    const found = this.served('pypi', name).find((release) => release.version === version);
    if (found?.provenance === undefined) return missing();
    const headers = { 'content-type': 'application/vnd.pypi.integrity.v1+json' };
    return { status: 200, headers, body: pypiProvenance(name, version, found.provenance) };
  }

  #npm(name: string, version: string | undefined, base: string): Answer {
    const releases = this.served('npm', name);
    if (releases.length === 0) return missing();
    const document = npmDocument(name, releases, base);
    const chosen = version === undefined ? document : document.versions[document['dist-tags'][version] ?? version];
    if (chosen === undefined) return missing();
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(chosen) };
  }

  #pypi(name: string, accept: string, base: string): Answer {
    const releases = this.served('pypi', name);
    return releases.length === 0 ? missing() : pypiPage({ name, releases, accept, base });
  }
}

function missing(): Answer {
  return { status: 404, headers: { 'content-type': 'application/json' }, body: '{"error":"Not found"}' };
}

function decode(part: string | undefined): string {
  return decodeURIComponent(part ?? '');
}

function integrityOf(registry: Kind, name: string, version: string): string {
  const text = `${registry}:${name}@${version}`;
  return `default-${createHash('sha1').update(text).digest('hex')}`;
}
