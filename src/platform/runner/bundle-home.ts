import { dirname } from 'node:path';

/** The folder of release-actions itself: the runner starts `dist/<action>.js` in it, and leaves the rest of it beside that. */
export function bundleHome(started = process.argv[1] ?? ''): string {
  return dirname(dirname(started));
}
