import { resolve } from 'node:path';
import type { UpdatePlan } from '../packages/npm/plan-updates.ts';
import { applyUpdate, checkVersions, prepareUpdate } from '../packages/npm/update-dependencies.ts';
import { diffOf, summaryOf } from '../packages/npm/update-report.ts';
import { readWorkspaceFiles } from '../packages/npm/workspace-files.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { duration, flag, map, oneOf, optional, required, text } from '../platform/runner/inputs.ts';
import type { Log } from '../platform/runner/log.ts';

export default defineAction({
  inputs: {
    versions: required(map),
    directory: optional(text, '.'),
    lockfile: optional(oneOf('auto', 'skip'), 'auto'),
    check: optional(flag, false),
    'dry-run': optional(flag, false),
    timeout: optional(duration, 30 * 60_000),
  },
  checks: [({ versions }) => checkVersions(versions)],
  besides: [({ directory }, { workspace }) => readWorkspaceFiles(resolve(workspace, directory), workspace)],
  async run({ versions, directory, lockfile, check, dryRun, timeout }, runner) {
    const { workspace, log, outputs } = runner;
    const prepared = await prepareUpdate(resolve(workspace, directory), workspace, versions);
    const { plan } = prepared;
    const changed = plan.changes.length > 0;
    const readOnly = check || dryRun;
    tell(plan, log);
    await outputs.set('left-alone', plan.leftAlone);
    // What holds if the step fails from here on: nothing was written.
    const announce = async (files: readonly string[]) => {
      await outputs.set('changed', files.length > 0);
      await outputs.set('files', files);
      await outputs.set('updated', files.length > 0 ? plan.updated : []);
    };
    await announce(readOnly ? plan.changes.map(({ file }) => file) : []);
    if (changed && readOnly) log.info(await diffOf(plan.changes));
    if (changed && !readOnly) {
      await announce(
        await applyUpdate(prepared, { versions, lockfile: lockfile === 'auto' }, { ...runner, timeoutMs: timeout }),
      );
    }
    await outputs.summarise(await summaryOf(plan, titleOf(plan, readOnly)));
    if (changed && check) throw new UserError(plan.updated.map((one) => ({ message: outdated(one), file: one.file })));
  },
});

function tell({ updated, leftAlone }: UpdatePlan, log: Log): void {
  for (const one of updated) log.info(`${one.file}: ${one.kind}: ${one.package} ${one.from} → ${one.to}`);
  for (const one of leftAlone) {
    log.info(`${one.file}: ${one.kind}: ${`${one.package} ${one.specifier}`.trimEnd()} left alone: ${one.reason}`);
  }
  if (updated.length + leftAlone.length === 0) log.info('No package here depends on any of these versions.');
}

function titleOf({ updated }: UpdatePlan, readOnly: boolean): string {
  if (updated.length === 0) return 'Dependencies: nothing to update';
  const ranges = updated.length === 1 ? '1 range' : `${updated.length} ranges`;
  return readOnly ? `Dependencies: ${ranges} would be updated` : `Dependencies: ${ranges} updated`;
}

function outdated({ file, kind, package: name, from, to }: UpdatePlan['updated'][number]): string {
  return `${file}: ${kind} has ${name} ${from}, expected ${to}. Run update-dependencies without check and commit the result.`;
}
