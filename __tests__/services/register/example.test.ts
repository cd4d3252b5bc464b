import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { routeConflicts } from '../../../src/services/reconcile/routes.ts';
import { readServiceFile } from '../../../src/services/register/definition.ts';

const folder = 'examples/chitty-services/services';

test('the example declares three services whose routes do not conflict', async () => {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const services = (await Promise.all(files.map((file) => readServiceFile(readFileSync(file, 'utf8'), file)))).flat();
  expect(services.map(({ name }) => name)).toEqual(['chitty-id', 'chitty-router', 'chitty-tasks']);
  for (const service of services) expect(service.endpoints).toHaveProperty('health');
  const routes = services.flatMap(({ name, routes: paths = [] }) => paths.map((path) => ({ path, service: name })));
  expect(routeConflicts(routes)).toEqual([]);
});
