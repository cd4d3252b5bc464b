import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fail, input, setOutput, variable } from '../../toolkit.ts';

const folder = resolve(variable('GITHUB_WORKSPACE'), input('path'));
if (!existsSync(folder)) fail(`tar: ${input('path')}: Cannot open: No such file or directory`);
const target = join(variable('E2E_ARTIFACTS'), input('name'));
mkdirSync(target, { recursive: true });
cpSync(folder, target, { recursive: true, filter: (path) => path === folder || !basename(path).startsWith('.') });
console.log(`Artifact ${input('name')}: ${folder}`);
setOutput('artifact_id', '1');
