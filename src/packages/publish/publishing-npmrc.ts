import { parse } from 'ini';
import { withoutMark } from '../../platform/text/byte-order-mark.ts';

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
  return text.replace(/[^\r\n]*(?:\r\n|[\r\n]|$)/g, (line) => (namesProgram(line) ? '' : line));
}

function namesProgram(line: string): boolean {
  // By npm's own parser: a name may stand in quotes, with escapes in it.
  const [key = ''] = Object.keys(parse(withoutMark(line)));
  // A name that a variable completes may be any; those of a registry or a scope are none of npm's own.
  return PROGRAMS.has(key.toLowerCase().replaceAll('_', '-')) || (key.includes('${') && !/^(?:\/\/|@)/.test(key));
}
