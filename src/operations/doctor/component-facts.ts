import { wantedFrom } from '../../engine/planning/check-children.ts';
import { type Findings, preflight } from '../../engine/planning/look-at-children.ts';
import { readWorkflowFile, type WorkflowFile } from '../../engine/planning/workflow-file.ts';
import { readFile } from '../../platform/github/contents.ts';
import { absentIs404 } from '../../platform/github/refs.ts';
import { readRepository } from '../../platform/github/repositories.ts';
import { getWorkflow } from '../../platform/github/runs.ts';
import type { Component } from '../../train/manifest/manifest.ts';
import type { Pass } from './pass.ts';

/** What the registry serves, asked once in a pass. */
export function served(pkg: { npm: string } | { pypi: string }, { registry, once }: Pass) {
  return once(`served ${JSON.stringify(pkg)}`, () => registry.versions(pkg));
}

/** The branch or tag that a component is released from: its own, or its repository's default branch. */
export async function refOf({ ref, repository }: Component, { repositoryFor }: Pass): Promise<string> {
  return ref ?? (await readRepository(repositoryFor(repository))).defaultBranch;
}

/** What a dispatch of the component, or of what undoes it, would meet. Looked at once in a pass. */
export function dispatchFindings(
  component: Component,
  what: 'release' | 'rollback',
  pass: Pass,
): Promise<Findings | undefined> {
  return pass.once(`dispatch ${what} ${component.id}`, async () => {
    const child = { ...component, ref: await refOf(component, pass) };
    const wanted = wantedFrom(child, what);
    const repository = pass.repositoryFor(component.repository);
    return wanted && preflight({ ...wanted, repository }, { signal: pass.signal });
  });
}

/** The workflow that a component is released by, where it names one that can be read. */
export async function releaseWorkflow(
  component: Component,
  pass: Pass,
): Promise<{ readonly path: string; readonly file: WorkflowFile } | undefined> {
  const { dispatch } = component;
  if (!('workflow' in dispatch)) return undefined;
  // What the token may not see is told once.
  if ((await dispatchFindings(component, 'release', pass))?.doubts.length !== 0) return undefined;
  const repository = pass.repositoryFor(component.repository);
  const workflow = await absentIs404(() => getWorkflow(repository, dispatch.workflow));
  if (!workflow) return undefined;
  const { path } = workflow;
  const text = await readFile(repository, { path, ref: await refOf(component, pass) });
  const file = text === undefined ? undefined : await readWorkflowFile(text);
  return file && !('fault' in file) ? { path, file } : undefined;
}
