import { writeReport } from '../../engine/reports/report-files.ts';
import type { Saved } from '../../engine/stores/train-store.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { versionsOf } from '../../train/plan/plan.ts';
import { reportMarkdown } from '../../train/views/report-markdown.ts';
import type { RunEndings } from '../../train/views/run-ending.ts';
import { trainReport } from '../../train/views/train-report.ts';

/** Writes what became of a train to the report's files, the outputs and the step summary, however it ended. */
export async function reportTrain(
  { plan, state }: Omit<Saved, 'writes'>,
  { outputs, workspace, secrets }: Runner,
  endings: RunEndings = new Map(),
): Promise<void> {
  const path = await writeReport({ plan, state }, endings, { workspace, redact: (value) => secrets.redact(value) });
  const { released, failed } = trainReport(plan, state);
  await outputs.set('train-id', state.trainId);
  await outputs.set('status', state.status);
  await outputs.set('plan', plan);
  await outputs.set('versions', versionsOf(plan));
  await outputs.set('released', released);
  await outputs.set('failed', failed);
  await outputs.set('report', path);
  await outputs.summarise(reportMarkdown(plan, state, endings));
}
