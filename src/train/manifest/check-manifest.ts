import { didYouMean, looksLikeToken, quote } from '../../platform/text/wording.ts';
import { checkAskedOutputs } from './asked-outputs.ts';
import { type Components, checkComponents, unknownComponent } from './check-components.ts';
import { checkNotifications, rulesWithoutUse } from './check-notifications.ts';
import { unnamedRuns } from './check-sent.ts';
import { collectFaults, type FaultList, type TrainFault } from './faults.ts';
import { placeholderFaults } from './interpolate.ts';
import type { ParsedManifest, RawManifest, Written } from './raw-manifest.ts';
import { textsIn } from './texts.ts';

/** Nobody else can make one. */
const checked: unique symbol = Symbol('checked');

/** A manifest without faults. Only `checkManifest` makes one, and only of it a manifest is resolved. */
export interface CheckedManifest {
  readonly raw: RawManifest;
  readonly written: Written;
  readonly warnings: readonly TrainFault[];
  readonly [checked]: true;
}

/** The manifest, found to have no fault; or every fault of syntax, structure and meaning, each with its path. */
export function checkManifest({
  raw,
  written,
  faults: before,
}: ParsedManifest): CheckedManifest | { readonly faults: readonly TrainFault[] } {
  const faults = [...before, ...faultsOfMeaning(raw)];
  if (faults.length > 0) return { faults };
  const components: Components = Object.entries(raw.components ?? {});
  const warnings = [...unusedTokens(raw, components), ...unnamedRuns(raw, components), ...rulesWithoutUse(raw)];
  return { raw, written, warnings, [checked]: true };
}

function faultsOfMeaning(raw: RawManifest): TrainFault[] {
  const components: Components = Object.entries(raw.components ?? {});
  return [
    checkIds(raw, components),
    ...checkComponents(raw, components),
    checkPlaceholders(raw, components),
    checkAskedOutputs(raw, components),
    checkCanary(raw),
    checkNotifications(raw),
    checkTokens(raw),
  ].flatMap((list) => list.all());
}

/** Which tokens a job has: of these owners (in lower case), and in these environment variables. */
export interface TokensAtHand {
  readonly owners: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

/** Owners in `tokens` of which repositories are used, and for which there is no token. */
export function missingTokens(
  tokens: Readonly<Record<string, string>>,
  repositories: readonly string[],
  atHand: TokensAtHand,
): TrainFault[] {
  const used = new Set(repositories.map(ownerOf));
  return Object.entries(tokens)
    .map(([owner, variable]) => ({ owner, variable, key: owner.toLowerCase() }))
    .filter(({ key, variable }) => used.has(key) && !atHand.owners.has(key) && !atHand.variables.has(variable))
    .map(({ owner, variable }) => ({
      at: ['tokens', owner],
      message: `The environment variable ${variable}, which is to hold the token for ${owner}, is not set or is empty. Pass it to the step (env: { ${variable}: … }), or give it by the input tokens (${owner}: …).`,
    }));
}

/** The owner in `owner/name`, in lower case: GitHub does not distinguish the case of names. */
function ownerOf(repository: string): string {
  return (repository.split('/', 1)[0] ?? '').toLowerCase();
}

/** Ids that nothing may have: `all` is a word of requests, the others are members of every object. */
export const RESERVED_IDS: ReadonlySet<string> = new Set(['all', 'constructor', 'prototype']);

function checkIds({ groups = {} }: RawManifest, components: Components): FaultList {
  const faults = collectFaults();
  const reserved = (section: string, ids: Iterable<string>) => {
    for (const id of ids) {
      if (RESERVED_IDS.has(id))
        faults.add([section, id], () => `The id ${quote(id)} is reserved; choose another.`, 'key');
    }
  };
  const ids = components.map(([id]) => id);
  reserved('components', ids);
  reserved('groups', Object.keys(groups));
  for (const id of ids.filter((one) => Object.hasOwn(groups, one))) {
    const message = () => `${quote(id)} is a component and a group; packages: ${id} could mean either. Rename one.`;
    faults.add(['groups', id], message, 'key');
  }
  return faults;
}

const OWN_ENVIRONMENT_KEYS: ReadonlySet<string> = new Set(['health_timeout', 'rollback', 'production']);

function checkPlaceholders(raw: RawManifest, components: Components): FaultList {
  const faults = collectFaults();
  const names = Object.values(raw.environments ?? {})
    .flatMap((environment) => Object.keys(environment ?? {}))
    .filter((name) => !OWN_ENVIRONMENT_KEYS.has(name));
  const environmentNames = new Set(names);
  const check = (root: unknown, at: readonly (string | number)[], place: 'inputs' | 'health' = 'inputs') => {
    for (const { text, path } of textsIn(root, at)) {
      for (const message of placeholderFaults(text, environmentNames, place)) faults.add(path, () => message);
    }
  };
  check(raw.defaults?.inputs, ['defaults', 'inputs']);
  for (const [id, { inputs, health, rollback }] of components) {
    check(inputs, ['components', id, 'inputs']);
    check(health, ['components', id, 'health'], 'health');
    check(rollback?.inputs, ['components', id, 'rollback', 'inputs']);
  }
  return faults;
}

function checkCanary({ strategy, canary, components = {} }: RawManifest): FaultList {
  const faults = collectFaults();
  if (strategy === 'canary' && !canary) {
    faults.add(['strategy'], () => 'strategy is canary, but canary.components does not say what goes first.');
  }
  const known = new Set(Object.keys(components));
  for (const [index, id] of (canary?.components ?? []).entries()) {
    if (id === undefined || known.has(id)) continue;
    faults.add(['canary', 'components', index], () => unknownComponent('canary.components names', id, known));
  }
  return faults;
}

/** The name of a variable may look like anything, but not like a token. */
function checkTokens({ tokens = {} }: RawManifest): FaultList {
  const faults = collectFaults();
  for (const [owner, variable] of Object.entries(tokens)) {
    if (!looksLikeToken(String(variable))) continue;
    const name = `${owner.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_TOKEN`;
    const message = () =>
      `tokens.${owner} is a token itself, which everybody can read here: revoke it. Write the name of the environment variable that holds a new one, such as ${name}.`;
    faults.add(['tokens', owner], message);
  }
  return faults;
}

function unusedTokens({ tokens = {} }: RawManifest, components: Components): TrainFault[] {
  const owners = new Set(components.flatMap(([, { repository }]) => (repository ? [ownerOf(repository)] : [])));
  return Object.keys(tokens)
    .filter((owner) => !owners.has(owner.toLowerCase()))
    .map((owner) => ({
      at: ['tokens', owner],
      key: 'key',
      message: `tokens has ${quote(owner)}, but no component's repository belongs to it${didYouMean(owner, owners) || '.'}`,
    }));
}
