import { dirname } from 'node:path';

/** The folder of release-actions itself: the runner starts `dist/<action>.js` in it, and leaves the rest of it beside that. */
export function bundleHome(): string {
  return dirname(dirname(process.argv[1] ?? ''));
}
