import { askedIn, askedOfBefore } from '../../src/train/manifest/asked-outputs.ts';
import type { Manifest } from '../../src/train/manifest/manifest.ts';

/** What each component hands on in a rehearsal: a text for every key that anybody asks for. */
export function handedOnIn({ components }: Manifest): (id: string, version: string) => Record<string, string> {
  const asked = askedIn(components.map(({ inputs, health }) => [inputs, health]));
  return (id, version) => {
    const before = components.find((one) => one.id === id)?.rollback?.inputs ?? {};
    const keys = [...(asked.get(id) ?? []), ...askedOfBefore(before)];
    return Object.fromEntries(keys.map((key) => [key, `${key} of ${id} ${version}`]));
  };
}
