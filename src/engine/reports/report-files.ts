import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathInside } from '../../platform/files/path-inside.ts';
import type { Train } from '../../train/machine/train.ts';
import { reportMarkdown } from '../../train/views/report-markdown.ts';
import type { RunEndings } from '../../train/views/run-ending.ts';
import { trainReport } from '../../train/views/train-report.ts';

/** Writes report.md and report.json below the workspace; the path of the JSON, relative to it, with `/`. */
export async function writeReport(
  { plan, state }: Train,
  endings: RunEndings,
  { workspace, redact }: { workspace: string; redact: (text: string) => string },
): Promise<string> {
  const folder = await pathInside(workspace, join('.release-actions', state.trainId));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.md'), redact(reportMarkdown(plan, state, endings)));
  await writeFile(
    join(folder, 'report.json'),
    redact(`${JSON.stringify(trainReport(plan, state, endings), null, 2)}\n`),
  );
  return `.release-actions/${state.trainId}/report.json`;
}
