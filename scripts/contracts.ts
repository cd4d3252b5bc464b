/** Checks workflows, templates and action.yml files against each other, the code, the READMEs and our own rules. */
import { registerHooks } from 'node:module';
import { readArguments } from './arguments.ts';
import { root } from './project.ts';

readArguments({});

// GitHub's packages import JSON without saying so (https://nodejs.org/api/esm.html#import-attributes); bundlers do not mind.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});

const { contractFindings } = await import('./contracts/all.ts');
const { files, findings } = await contractFindings(root);
for (const { file, line, message } of findings) console.error(`${file}:${line}: ${message}`);
console.log(`${files} files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
