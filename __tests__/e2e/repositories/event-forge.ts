import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../../../scripts/project.ts';

const EXAMPLE = join(root, 'examples/event-forge');

/** The npm packages of the example. */
export const PACKAGES = ['core', 'mongoose', 'nestjs', 'rabbitmq', 'typeorm'].map(
  (name) => `@event-forge/inbox-outbox-${name}`,
);

/**
 * The files of examples/event-forge, by path, as the repository that publishes them has them; jobs find changeset on PATH, as their registry has no packages of others.
 */
export async function eventForgeFiles(): Promise<Record<string, string>> {
  const entries = await readdir(EXAMPLE, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => {
    const text = await readFile(path, 'utf8');
    return [relative(EXAMPLE, path), text.replaceAll('acme/event-forge', 'event-forge/event-forge')] as const;
  });
  const all = Object.fromEntries(await Promise.all(files));
  const { devDependencies: _, ...manifest } = JSON.parse(all['package.json'] ?? '') as Record<string, unknown>;
  return { ...all, 'package.json': `${JSON.stringify(manifest, null, 2)}\n` };
}
