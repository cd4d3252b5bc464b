import { UserError } from '../errors.ts';
import { formatPackage } from '../registries/package.ts';
import { parsePackages, parsePlan } from '../registries/parse-packages.ts';
import { cliRegistry } from '../registries/registry.ts';
import { adviceFor, reportOf, summaryOf } from '../registries/report.ts';
import { verifyPublished } from '../registries/verify.ts';
import { defineAction } from '../runner/action.ts';
import { duration, map, optional, required, text, url } from '../runner/inputs.ts';
import { formatDuration } from '../train/duration.ts';

export default defineAction({
  inputs: {
    packages: required(text),
    'registry-url': optional(url),
    'index-url': optional(url),
    timeout: optional(duration, 30 * 60_000),
    integrity: optional(map, {}),
    commit: optional(text),
  },
  async run({ packages: given, registryUrl, indexUrl, timeout, integrity, commit }, runner) {
    const { env, workspace, log, outputs, clock, signal } = runner;
    const packages = await parsePackages(given);
    const expect = parsePlan(packages, { integrity, commit });

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
