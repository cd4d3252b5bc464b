import fc from 'fast-check';
import type { Component, Manifest } from '../../src/train/manifest/manifest.ts';
import type { CurrentVersion } from '../../src/train/plan/existing-versions.ts';
import { makePlan, type PlanResult } from '../../src/train/plan/make-plan.ts';
import type { TrainRequest } from '../../src/train/plan/request.ts';
import { type Selection, selectComponents } from '../../src/train/plan/selection.ts';
import { type KnownVersions, planVersions } from '../../src/train/plan/versions.ts';
import { anyText } from '../support/any-text.ts';

/** A component as the manifest reader would give it, with what a test wants to be different. */
export function component(id: string, changes: Partial<Component> = {}): Component {
  return {
    id,
    repository: `acme/${id}`,
    dispatch: { workflow: 'release.yml' },
    ref: 'main',
    needs: [],
    inputs: {},
    timeoutMs: 60_000,
    compatible: {},
    health: [],
    ...changes,
  };
}

export function manifest(components: readonly Component[], changes: Partial<Manifest> = {}): Manifest {
  return {
    name: 'sample',
    components,
    groups: [],
    environments: [],
    strategy: 'parallel',
    onFailure: 'continue',
    tokens: {},
    ...changes,
  };
}

export function current(versions: Readonly<Record<string, string>>): Map<string, CurrentVersion> {
  return new Map(
    Object.entries(versions).map(([id, version]) => [id, { versions: [version], source: 'the registry' }]),
  );
}

/** What is asked of a train together with what was looked up. */
export type Asked = TrainRequest & KnownVersions;

/** The plan that a request gets, through selection and planning. */
export function planFor(
  of: Manifest,
  { currentVersions, resolved, deployedVersions, deployedOutputs, earlierVersions, ...request }: Asked,
): PlanResult {
  const selection = selectComponents(of, request);
  if ('faults' in selection) return { ...selection, warnings: [] };
  const more = {
    ...(resolved && { resolved }),
    ...(deployedVersions && { deployedVersions }),
    ...(deployedOutputs && { deployedOutputs }),
    ...(earlierVersions && { earlierVersions }),
  };
  return makePlan(selection, { currentVersions, ...more });
}

/** The versions that a request gets, or what is wrong with it. */
export function versionsFor(
  of: Manifest,
  { currentVersions, resolved, ...request }: Asked,
): ReturnType<typeof planVersions> {
  const selection = selectComponents(of, request);
  if ('faults' in selection) return { ...selection, versions: new Map() };
  return planVersions(selection, { currentVersions, ...(resolved && { resolved }) });
}

/** What a request that is right selects. */
export function selectionOf(of: Manifest, request: TrainRequest): Selection {
  const selection = selectComponents(of, request);
  if ('faults' in selection) throw new Error(selection.faults.map(({ message }) => message).join('\n'));
  return selection;
}

export interface SampleNode {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Graphs in which anything may need anything, itself included; the order of the nodes says nothing. */
export const anyGraph: fc.Arbitrary<SampleNode[]> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `n${index}`);
  const needs = ids.map(() => fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }));
  return fc.tuple(...needs).map((all) => ids.map((id, index) => ({ id, needs: all[index] ?? [] })));
});

/** Graphs without a cycle, their nodes in any order. */
export const acyclicGraph: fc.Arbitrary<SampleNode[]> = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `n${index}`);
  const needs = ids.map((_, index) => fc.subarray(ids.slice(0, index)));
  return fc
    .tuple(...needs)
    .map((all) => ids.map((id, index) => ({ id, needs: all[index] ?? [] })))
    .chain((nodes) => fc.shuffledSubarray(nodes, { minLength: size }));
});

/** Texts that try to break out of whatever they are put into. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  anyText({ maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('`', '```', '|', '\n', '\r', '"', ']', '[', '-->', '%%{init: {}}%%', '<script>', '#quot;', '#'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('{', '}', '\\', 'nonce', 'train', 'version', '{nonce}', '{{train}}', ' ', '$'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);
