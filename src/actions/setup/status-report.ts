import { resolve } from 'node:path';
import type { HealthGate } from '../../engine/drive/gates.ts';
import { boardText, boardTrouble, keepBoard } from '../../operations/status/board.ts';
import { environmentViews } from '../../operations/status/environments.ts';
import { findEnvironment, withHealth } from '../../operations/status/query-environment.ts';
import { findTrain } from '../../operations/status/query-train.ts';
import type { Status } from '../../operations/status/status.ts';
import { countsOf, statusMarkdown } from '../../operations/status/status-markdown.ts';
import { openView } from '../../operations/status/train-views.ts';
import { UserError } from '../../platform/errors.ts';
import { writeJson } from '../../platform/files/json-file.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { reportMarkdown } from '../../train/views/report-markdown.ts';
import type { StatusInputs, StatusWorld } from './status-world.ts';

const REPORT = 'status.json';

/** Tells one train: outputs, report and summary. */
export async function tellTrain(trainId: string, { store }: StatusWorld, runner: Runner): Promise<void> {
  const { outputs, log, clock } = runner;
  const saved = await findTrain(store, trainId, clock.now());
  const { plan, state } = saved;
  const view = openView(saved);
  await outputs.set('report', await writeJson(view, runner, { standard: REPORT }));
  await outputs.set('status', state.status);
  await outputs.set('plan', plan);
  await outputs.set('actor', state.actor ?? '');
  await outputs.set('ok', state.status === 'succeeded');
  await outputs.summarise(reportMarkdown(plan, state));
  const by = state.actor === undefined ? '' : `, started by ${state.actor}`;
  log.info(`Train ${trainId} is ${state.status}: ${view.released} of ${view.total} released${by}.`);
}

/** Tells what is deployed in an environment, and, with a gate, whether that answers now. */
export async function tellDeployed(
  id: string,
  { manifests, store, health }: StatusWorld & { readonly health?: HealthGate },
  runner: Runner,
): Promise<void> {
  const { outputs, log, clock, signal } = runner;
  const found = findEnvironment(environmentViews(manifests, await store.lastGood(), []), id);
  const environment = health ? await withHealth(found, { manifests, health, clock, signal }) : found;
  const entries = Object.entries(environment.components);
  const ok = entries.every(([, { health: one }]) => one === undefined || HEALTHY.has(one.verdict));
  await outputs.set('report', await writeJson(environment, runner, { standard: REPORT }));
  await outputs.set('deployed', Object.fromEntries(entries.map(([name, { version }]) => [name, version])));
  await outputs.set('ok', ok);
  const cells = entries.map(([name, one]) => [
    code(name),
    code(one.version),
    one.at,
    code(one.trainId),
    escapeMarkdown(one.health ? `${one.health.verdict} ${one.health.detail}` : ''),
  ]);
  await outputs.summarise(
    `## ${escapeMarkdown(id)}\n\n${table(['Component', 'Version', 'Since', 'Train', 'Now'], cells)}`,
  );
  for (const [name, { version, health: one }] of entries)
    log.info(`${name} ${version}${one ? `: ${one.verdict} ${one.detail}` : ''}`);
  if (entries.length === 0) log.notice(`Nothing is known to be deployed in ${id}.`);
}

const HEALTHY: ReadonlySet<string> = new Set(['healthy', 'unchecked']);

/** Tells everything: report, outputs, summary and board. Throws a UserError where the board could not be kept. */
export async function tellStatus(
  status: Status,
  given: StatusInputs,
  { world, runner }: { readonly world: StatusWorld; readonly runner: Runner },
): Promise<void> {
  const { outputs, log } = runner;
  await outputs.set('report', await writeJson(status, runner, { standard: REPORT }));
  await outputs.set('ok', status.ok);
  await outputs.set('metrics', status.metrics);
  await outputs.summarise(`## Status of ${escapeMarkdown(status.name)}\n\n${statusMarkdown(status)}\n`);
  for (const { key, state, why } of status.components)
    if (state === 'unknown')
      log.warning(
        `release-status: ${key} could not be looked at; its row says unknown, the others are right. ${why.join(' ')}`,
      );
  for (const reason of status.unknown) log.warning(`release-status: ${reason}`);
  for (const text of status.warnings) log.warning(text);
  for (const finding of status.watch.findings) log.warning(finding);
  log.info(`${countsOf(status.components)}.`);
  if (given.page !== undefined) await tellPage(status, given.page, { names: given.pageNames, runner });
  if (given.issue) await tellBoard(status, given, { world, runner });
}

async function tellPage(
  status: Status,
  page: string,
  { names, runner }: { readonly names: 'full' | 'ids'; readonly runner: Runner },
): Promise<void> {
  const { outputs, log, secrets, workspace } = runner;
  // Only a step that writes a page compiles what draws it.
  const { writePage } = await import('../../operations/status/page/write-page.ts');
  const redact = (text: string) => secrets.redact(text);
  await writePage(status, { folder: resolve(workspace, page), names, redact });
  await outputs.set('page', page);
  log.info(`The page is in ${page}.`);
}

async function tellBoard(
  status: Status,
  { dryRun }: StatusInputs,
  { world, runner }: { readonly world: StatusWorld; readonly runner: Runner },
): Promise<void> {
  const { outputs, log, signal, secrets } = runner;
  const repository = world.home;
  try {
    const text = secrets.redactIn(boardText(status));
    const { number, action } = await keepBoard({ repository, signal }, text, dryRun);
    await outputs.set('issue-number', number);
    log.info(number === undefined ? 'Dry run: the board would be opened.' : `Board #${number}: ${action}.`);
  } catch (error) {
    const trouble = boardTrouble(error, repository);
    if (trouble === undefined) throw error;
    throw new UserError(trouble, { cause: error });
  }
}
