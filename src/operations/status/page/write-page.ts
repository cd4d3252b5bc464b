import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Status } from '../status.ts';
import { badgeOf } from './badge-file.ts';
import { feedOf } from './feed.ts';
import { pageOf } from './page.ts';
import { withoutAddresses } from './without-addresses.ts';

interface PageOptions {
  readonly folder: string;
  /** `ids` leaves out repositories and addresses: a page may be seen by more people than the repositories are. */
  readonly names: 'full' | 'ids';
  readonly redact: (text: string) => string;
}

/** Writes the page as a folder that can be served as it is. */
export async function writePage(status: Status, { folder, names, redact }: PageOptions): Promise<void> {
  const shown = names === 'ids' ? withoutAddresses(status) : status;
  const files = {
    'index.html': redact(pageOf(shown)),
    'status.json': redact(`${JSON.stringify(shown)}\n`),
    'badge.json': badgeOf(shown),
    'feed.xml': redact(feedOf(shown)),
    // GitHub Pages would else leave out what begins with an underscore, and build the rest once more.
    '.nojekyll': '',
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}
