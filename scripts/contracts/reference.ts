/** What a `uses:` names. */
export type Reference =
  /** `$/path`: this repository, at the commit of the workflow that says so. */
  | { readonly kind: 'self'; readonly path: string }
  /** `org/release-actions/path@ref`: this repository, as users name it. */
  | { readonly kind: 'ours'; readonly path: string; readonly ref: string }
  /** `./path`: what the job has checked out, which in a reusable workflow is the caller's repository. */
  | { readonly kind: 'checkout'; readonly path: string }
  | { readonly kind: 'third-party'; readonly ref: string }
  | { readonly kind: 'container' };

export function referenceOf(uses: string): Reference {
  if (uses.startsWith('docker://')) return { kind: 'container' };
  if (uses.startsWith('$/')) return { kind: 'self', path: uses.slice(2) };
  if (uses.startsWith('./')) return { kind: 'checkout', path: uses.slice(2) };
  const [address = '', ref = ''] = uses.split('@');
  const ours = /^[^/]+\/release-actions(?:\/(.+))?$/.exec(address);
  return ours ? { kind: 'ours', path: ours[1] ?? '', ref } : { kind: 'third-party', ref };
}

/** The action.yml that a step's reference names in this repository; undefined where it names something else. */
export function ownAction(uses: string): string | undefined {
  const reference = referenceOf(uses);
  if (!('path' in reference)) return undefined;
  return reference.path === '' ? 'action.yml' : `${reference.path.replace(/\/$/, '')}/action.yml`;
}
