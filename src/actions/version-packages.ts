import { resolve } from 'node:path';
import { versionPackages } from '../packages/changesets/version-packages.ts';
import { applyVersionPatch, writeVersionPatch } from '../packages/changesets/version-patch.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, secret, text } from '../platform/runner/inputs.ts';
import { localGit } from './setup/own-repository.ts';

/** Turns the pending changesets into versions and changelogs, in the working tree; or takes over what another job made of them. */
export default defineAction({
  inputs: { token: secret(optional(text)), patch: optional(text), apply: optional(text) },
  async run({ token, patch, apply }, runner) {
    const { workspace, env, log, signal } = runner;
    if (apply !== undefined) return applyVersionPatch(resolve(workspace, apply), localGit(runner));
    // Changelogs that link pull requests and authors ask GitHub, and look for the token there.
    const withToken = token === undefined ? env : { ...env, GITHUB_TOKEN: token };
    const options = { cwd: workspace, env: withToken, signal, log };
    await log.group('changeset version', () => versionPackages(workspace, options));
    if (patch !== undefined) await writeVersionPatch(resolve(workspace, patch), localGit(runner));
  },
});
