import type { WorkspacePackage } from './package-json.ts';

/**
 * The packages by depth of what they need to be installed (development dependencies do not count), each wave by name; or
 * one cycle, its first name repeated at the end.
 */
export function wavesOf(packages: readonly WorkspacePackage[]): { waves: string[][] } | { cycle: string[] } {
  const names = new Set(packages.map(({ name }) => name));
  const waiting = new Map(packages.map((one) => [one.name, needsOf(one, names)]));
  const waves: string[][] = [];
  const done = new Set<string>();
  while (waiting.size > 0) {
    const wave = [...waiting].filter(([, needs]) => needs.every((need) => done.has(need))).map(([name]) => name);
    if (wave.length === 0) return { cycle: findCycle(waiting, done) };
    for (const name of wave) {
      done.add(name);
      waiting.delete(name);
    }
    waves.push(wave.sort());
  }
  return { waves };
}

function needsOf({ name, dependencies }: WorkspacePackage, names: ReadonlySet<string>): string[] {
  const needs = dependencies.filter(({ kind }) => kind !== 'devDependencies').map((one) => one.name);
  return [...new Set(needs)].filter((need) => names.has(need) && need !== name);
}

/** Every package that waits needs one that waits; so following needs must come back to where it was. */
function findCycle(waiting: ReadonlyMap<string, readonly string[]>, done: ReadonlySet<string>): string[] {
  const path: string[] = [];
  let [at] = waiting.keys();
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = waiting.get(at)?.find((need) => !done.has(need));
  }
  return at === undefined ? path : [...path.slice(path.indexOf(at)), at];
}
