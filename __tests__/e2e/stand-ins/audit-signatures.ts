/**
 * In the place of `npm audit signatures`, which needs the public transparency log: compares the integrity of each locked
 * package with what the registry says. No signature is verified.
 */
import { readFileSync } from 'node:fs';
import { integrityOf, lockedPackages } from './registry.ts';

const packages = lockedPackages(readFileSync('package-lock.json', 'utf8'));
if (packages.length === 0) console.log('found no installed dependencies to audit');
for (const locked of packages) {
  if ((await integrityOf(locked)) === locked.integrity) continue;
  console.log(`${locked.name}@${locked.version} is not what the registry has. Someone might have tampered with it!`);
  process.exitCode = 1;
}
console.log(`audited ${packages.length} packages`);
