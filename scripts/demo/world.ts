import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addEcosystem } from '../../simulator/ecosystem.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/clock.ts';
import { UserError } from '../../src/errors.ts';
import { ownerOf } from '../../src/github/repository-name.ts';
import { readManifestFile } from '../../src/manifest/read.ts';
import type { Component } from '../../src/train/manifest.ts';

export interface DemoWorld {
  readonly github: SimulatedGitHub;
  readonly url: string;
  /** A folder of its own, which is left to whoever wants to look at it. */
  readonly workspace: string;
  /** The repository that runs the train. */
  readonly home: string;
  readonly components: readonly Component[];
  /** The environment variables in which the manifest expects its tokens. */
  readonly tokens: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What the first versions of the example are: everything else starts at 1.0.0. */
const FIRST: Readonly<Record<string, string>> = { chatgpt: '0.1.0' };

/** What is released before the demo starts, by component id. */
export function firstVersions(components: readonly Component[]): Record<string, string> {
  return Object.fromEntries(components.map(({ id, group = '' }) => [id, FIRST[group] ?? '1.0.0']));
}

/** An embedded GitHub that holds every repository of the manifest, and the one that runs the train. */
export async function startWorld(manifestPath: string, { fail }: { fail: readonly string[] }): Promise<DemoWorld> {
  const { manifest } = await readOrExit(manifestPath);
  const { components } = manifest;
  const unknown = fail.filter((id) => !components.some((component) => component.id === id));
  if (unknown.length > 0) exitWith(`--fail: the manifest has no component ${unknown.join(', ')}.`);
  const github = createGitHub({ clock: realClock });
  addEcosystem(github, components, {
    fail,
    versions: firstVersions(components),
    queuedMs: 100,
    runMs: 700,
    registryLagMs: 200,
  });
  const home = 'your-org/releases';
  github.addRepository({ owner: 'your-org', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('demo-token', { owners: ['your-org'] });
  const tokens = Object.entries(manifest.tokens).map(([owner, variable]) => {
    github.addToken(`demo-token-of-${owner}`, { owners: [owner] });
    return [variable, `demo-token-of-${owner}`];
  });
  const others = [...new Set(components.map(({ repository }) => ownerOf(repository)))];
  github.addToken('demo-token', { owners: ['your-org', ...others] });
  const workspace = mkdtempSync(join(tmpdir(), 'release-actions-demo-'));
  mkdirSync(join(workspace, '.github'));
  copyFileSync(manifestPath, join(workspace, '.github/release-train.yml'));
  const { url, close } = await github.serve();
  return { github, url, workspace, home, components, tokens: Object.fromEntries(tokens), close };
}

async function readOrExit(path: string) {
  try {
    return await readManifestFile(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return exitWith(
      error.faults
        .map(({ file, line, column, message }) => [file, line, column, message].filter(Boolean).join(':'))
        .join('\n'),
    );
  }
}

function exitWith(message: string): never {
  console.error(message);
  process.exit(1);
}
