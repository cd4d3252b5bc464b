import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { ownerOf } from '../../src/platform/github/repository-name.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import type { Component, Manifest } from '../../src/train/manifest/manifest.ts';

export interface DemoWorld {
  readonly github: SimulatedGitHub;
  readonly url: string;
  /** A folder of its own, which is left to anyone who wants to look at it. */
  readonly workspace: string;
  /** The repository that runs the train. */
  readonly home: string;
  /** The token of the job that runs the train: as on GitHub, it reaches that repository only. */
  readonly token: string;
  /** `owner: token`, a line for each owner whose token the manifest does not name; the train's input `tokens`. */
  readonly tokenLines: string;
  readonly components: readonly Component[];
  /** The environment variables in which the manifest expects its tokens. */
  readonly tokens: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** What the first versions of the example are: everything else starts at 1.0.0. */
const FIRST: Readonly<Record<string, string>> = { chatgpt: '0.1.0' };
const TOKEN = 'ghs_demo';

/** What is released before the demo starts, by component id. */
export function firstVersions(components: readonly Component[]): Record<string, string> {
  return Object.fromEntries(components.map(({ id, group = '' }) => [id, FIRST[group] ?? '1.0.0']));
}

/**
 * An embedded GitHub with the repository that runs the train, checked out with the manifest's text in it; `fill` adds the
 * repositories of the components.
 */
export async function startWorld(
  { components, tokens: variables }: Manifest,
  { text, withoutToken = [] }: { readonly text: string; readonly withoutToken?: readonly string[] },
  fill: (github: SimulatedGitHub) => void,
): Promise<DemoWorld> {
  // As a GitHub Enterprise Server is by default: a second between two writes would be most of the time of a rehearsal.
  const github = createGitHub({ clock: realClock, rateLimits: 'off' });
  fill(github);
  const [owner, name] = ['your-org', 'releases'];
  github.addRepository({ owner, name, files: { 'README.md': '# Releases\n' } });
  const isThere = (of: string) => !withoutToken.some((one) => one.toLowerCase() === of.toLowerCase());
  const tokenFor = (of: string) => {
    github.addToken(`demo-token-of-${of}`, { owners: [of] });
    return `demo-token-of-${of}`;
  };
  const tokens = Object.entries(variables)
    .filter(([of]) => isThere(of))
    .map(([of, variable]) => [variable, tokenFor(of)]);
  const named = new Set(Object.keys(variables).map((of) => of.toLowerCase()));
  const others = [...new Set(components.map(({ repository }) => ownerOf(repository)))];
  const lines = others
    .filter((of) => !named.has(of.toLowerCase()) && isThere(of))
    .map((of) => `${of}: ${tokenFor(of)}`);
  const permissions = { contents: 'write', issues: 'write' } as const;
  github.addToken(TOKEN, { repositories: [`${owner}/${name}`], permissions, kind: 'github-token' });
  const workspace = mkdtempSync(join(tmpdir(), 'release-actions-demo-'));
  mkdirSync(join(workspace, '.github'));
  writeFileSync(join(workspace, '.github/release-train.yml'), text);
  const { url, close } = await github.serve();
  return {
    ...{ github, url, workspace, components, close },
    ...{ home: `${owner}/${name}`, token: TOKEN, tokenLines: lines.join('\n'), tokens: Object.fromEntries(tokens) },
  };
}
