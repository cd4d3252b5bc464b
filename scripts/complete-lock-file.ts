/** `npm run lock`: after `npm install`, adds to package-lock.json what npm left out for other systems, and takes out what it would warn of. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { completeLockFile, type LockFile, missingOptionals, strictEngines, withoutEngines } from './lock-file.ts';
import { root } from './project.ts';

readArguments({});
const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile;
const missing = missingOptionals(lock);
writeFileSync(file, `${JSON.stringify(withoutEngines(completeLockFile(lock)), null, 2)}\n`);
console.log(`package-lock.json: ${missing.length} added, ${strictEngines(lock).length} without their engines`);
