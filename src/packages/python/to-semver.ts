const CHANNELS: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', rc: 'rc', '.dev': 'dev' };

/** The SemVer that a Python version came from (`1.2.0b3` → `1.2.0-beta.3`); undefined for one that no SemVer becomes. */
export function toSemver(python: string): string | undefined {
  const match = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:(a|b|rc|\.dev)(\d+))?$/.exec(python.trim());
  if (!match) return undefined;
  const [, major = '0', minor = '0', patch = '0', phase, number] = match;
  const release = [major, minor, patch].map(Number).join('.');
  return phase === undefined ? release : `${release}-${CHANNELS[phase]}.${Number(number)}`;
}
