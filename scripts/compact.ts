import { minifySync } from '@swc/core';

/** How the bundler hands on a module: a function, which runs as soon as its file is asked for one of the file's modules. */
const MODULE = /^(\/\*{3}\/ \d+:\n\/\*{3}\/ )\(/gm;

/** How it finds a module of Node, by way of a loader that it makes for each. */
const BUILT_IN = /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\((?="[^"]+"\))/g;

/**
 * Without comments, layout and names of variables, a third of what every job downloads. Those of functions stay, for a stack
 * says in which one it was; of libraries only those of classes do.
 *
 * A function in parentheses is compiled at once (https://v8.dev/blog/preparser#pife), one without is read once to see where it
 * ends, and again when it is called. The bundler writes them and minifying removes them, so that they are a call's meanwhile.
 */
export function compact(name: string, content: Buffer): Buffer {
  if (!name.endsWith('.js')) return content;
  const options = {
    module: true,
    compress: false,
    mangle: { keep_classnames: true, keep_fnames: !name.startsWith('lib-') },
    format: { comments: false },
  } as const;
  const code = String(content).replace(MODULE, '$1__atOnce(').replace(BUILT_IN, 'process.getBuiltinModule(');
  return Buffer.from(minifySync(code, options).code.replaceAll('__atOnce(', '('));
}
