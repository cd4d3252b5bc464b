import { ownerOf } from '../../src/platform/github/repository-name.ts';
import type { Component, Manifest } from '../../src/train/manifest/manifest.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { DemoWorld } from './world.ts';

const MOST_CHILDREN = 5;

/** Says where the embedded GitHub is, and what of the real one the manifest will need: tokens, and inputs of the children. */
export function tellNeeds(
  { manifest, withoutToken }: Pick<Rehearsal, 'manifest' | 'withoutToken'>,
  { url, components }: DemoWorld,
): void {
  const repositories = new Set(components.map(({ repository }) => repository)).size;
  console.log(`Embedded GitHub with ${repositories} repositories on ${url}`);
  console.log(
    `Tokens:      ${ownersOf(manifest)
      .map((owner) => tokenOf(owner, manifest, withoutToken))
      .join(', ')}`,
  );
  const children = childrenOf(components);
  for (const child of children.slice(0, MOST_CHILDREN)) console.log(`Children:    ${child}`);
  if (children.length > MOST_CHILDREN) console.log(`             and ${children.length - MOST_CHILDREN} more kinds`);
  console.log('');
}

export function ownersOf({ components }: Pick<Manifest, 'components'>): string[] {
  return [...new Set(components.map(({ repository }) => ownerOf(repository)))];
}

function tokenOf(owner: string, { tokens }: Manifest, withoutToken: readonly string[]): string {
  const [, variable] = Object.entries(tokens).find(([of]) => of.toLowerCase() === owner.toLowerCase()) ?? [];
  const where = variable === undefined ? 'a line of the secret tokens' : `secret ${variable}`;
  return `${owner} (${where}${withoutToken.includes(owner) ? ', MISSING' : ''})`;
}

/** What is started how, with which inputs; components that are started alike are one line. */
function childrenOf(components: readonly Component[]): string[] {
  const kinds = new Map<string, number>();
  for (const { dispatch, inputs } of components) {
    const how = 'workflow' in dispatch ? dispatch.workflow : `event ${dispatch.eventType}`;
    const kind = `${how} with ${Object.keys(inputs).join(', ') || 'no inputs'}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, count]) => `${count} by ${kind}`);
}
