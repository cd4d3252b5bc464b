import { formatPackage } from '../packages/registries/package.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { parsePackages } from '../packages/registries/parse-packages.ts';
import { parsePlan } from '../packages/registries/parse-plan.ts';
import { adviceFor, reportOf, summaryOf } from '../packages/registries/verification-report.ts';
import { verifyPublished } from '../packages/registries/verify.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { duration, map, optional, required, text, url } from '../platform/runner/inputs.ts';
import { formatDuration } from '../platform/time/duration.ts';

export default defineAction({
  inputs: {
    packages: required(text),
    'registry-url': optional(url),
    'index-url': optional(url),
    timeout: optional(duration, 30 * 60_000),
    integrity: optional(map, {}),
    commit: optional(text),
    repository: optional(text),
  },
  checks: [
    ({ packages }) => parsePackages(packages),
    ({ integrity, commit, repository }, { env }) => parsePlan(undefined, { integrity, commit, repository }, env),
  ],
  async run({ packages: given, registryUrl, indexUrl, timeout, integrity, commit, repository }, runner) {
    const { env, workspace, log, outputs, clock, signal } = runner;
    const packages = await parsePackages(given);
    const expect = parsePlan(packages, { integrity, commit, repository }, env);

    log.info(
      `Waiting up to ${formatDuration(timeout)} until ${packages.length === 1 ? 'this version is' : `these ${packages.length} versions are`} served.`,
    );
    const { lookUp } = cliRegistry({ registryUrl, indexUrl, cwd: workspace, env, signal });
    const results = await verifyPublished(packages, {
      lookUp,
      clock,
      signal,
      expect,
      deadline: clock.now() + timeout,
      onChange: ({ package: pkg, state, detail, waited }) =>
        log.info(`${formatPackage(pkg)}: ${state} after ${formatDuration(waited)} (${detail})`),
    });

    const failed = results.filter(({ state }) => state !== 'served');
    await outputs.set('published', failed.length === 0);
    await outputs.set('report', reportOf(results));
    await outputs.summarise(summaryOf(results));
    if (failed.length > 0) throw new UserError(failed.map((one) => ({ message: adviceFor(one) })));
  },
});
