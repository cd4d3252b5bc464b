import { versionPackages } from '../packages/changesets/version-packages.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, secret, text } from '../platform/runner/inputs.ts';

/** Turns the pending changesets into versions and changelogs, in the working tree. */
export default defineAction({
  inputs: { token: secret(optional(text)) },
  async run({ token }, { workspace, env, log, signal }) {
    // Changelogs that link pull requests and authors ask GitHub, and look for the token there.
    const withToken = token === undefined ? env : { ...env, GITHUB_TOKEN: token };
    const options = { cwd: workspace, env: withToken, signal, log };
    await log.group('changeset version', () => versionPackages(workspace, options));
  },
});
