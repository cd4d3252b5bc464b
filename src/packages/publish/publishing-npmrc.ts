/** Settings of npm that name a program or a file that one loads, or other files of settings. */
const PROGRAMS = new Set([
  ...['script-shell', 'shell', 'node-options', 'node-gyp', 'git', 'editor', 'viewer', 'browser', 'python'],
  ...['onload-script', 'init-module', 'init.module', 'prefix', 'userconfig', 'globalconfig', 'cache', 'tmp'],
]);

/**
 * The checkout's .npmrc for a job that may publish: registries, scopes, credentials and the rest stay as they are written, lines
 * that name a program go.
 */
export function publishingNpmrc(text: string): string {
  return text
    .split('\n')
    .filter((line) => !namesProgram(line))
    .join('\n');
}

function namesProgram(line: string): boolean {
  const [key = ''] = line.split('=', 1);
  const name = key
    .replace(/^\uFEFF/, '')
    .replace(/["'\s]|\[\]/g, '')
    .toLowerCase()
    .replaceAll('_', '-');
  // A name that a variable completes may be any; those of a registry or a scope are none of npm's own.
  return PROGRAMS.has(name) || (name.includes('${') && !/^(?:\/\/|@)/.test(name));
}
