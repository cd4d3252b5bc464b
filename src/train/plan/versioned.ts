import { namesIn } from '../manifest/interpolate.ts';
import type { Component, Manifest } from '../manifest/manifest.ts';
import { textsIn } from '../manifest/texts.ts';
import type { Selection } from './selection.ts';

/** The components whose current version a plan of the selected ones depends on. */
export function versionsNeeded({ manifest, components: chosen }: Selection): Component[] {
  const ids = new Set(chosen.map(({ id }) => id));
  const shared = sharedGroups(manifest);
  const groups = new Set(chosen.flatMap(({ group }) => (group !== undefined && shared.has(group) ? [group] : [])));
  const compared = new Set(chosen.flatMap(({ compatible }) => Object.keys(compatible)));
  return manifest.components.filter(
    (component) =>
      (ids.has(component.id) && isVersioned(component, shared)) ||
      (component.group !== undefined && groups.has(component.group)) ||
      compared.has(component.id),
  );
}

/** Whether a train gives the component a version: it publishes a package, shares one, or its texts ask for one. */
export function isVersioned(component: Component, shared: ReadonlySet<string>): boolean {
  if (component.package || (component.group !== undefined && shared.has(component.group))) return true;
  return wantsVersion(component) || asks(component, 'previous-version');
}

/** Whether the component cannot be dispatched without a version. */
export function wantsVersion(component: Component): boolean {
  return asks(component, 'version');
}

function asks({ inputs, health, rollback }: Component, name: string): boolean {
  return [...textsIn([inputs, health, rollback?.inputs])].some(({ text }) => namesIn(text).includes(name));
}

/** The ids of the groups whose members release under one version. */
export function sharedGroups({ groups }: Manifest): Set<string> {
  return new Set(groups.filter(({ version }) => version === 'shared').map(({ id }) => id));
}
