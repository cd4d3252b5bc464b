import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addPath, setOutput, variable } from '../../toolkit.ts';

const bin = variable('E2E_PYTHON_BIN');
addPath(bin);
const version = execFileSync(join(bin, 'python'), ['--version'], { encoding: 'utf8' }).trim();
console.log(version);
setOutput('python-version', version.replace('Python ', ''));
