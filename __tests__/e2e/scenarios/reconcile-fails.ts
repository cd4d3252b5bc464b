import assert from 'node:assert/strict';
import { freePort } from '../../../scripts/free-ports.ts';
import { template, withInputs } from '../repositories/templates.ts';
import { scenario } from '../scenario.ts';

const REPOSITORY = 'unreached/fleet';

export default scenario(
  'template reconcile: where the registry does not answer, the pass fails and says so',
  async ({ world }) => {
    const registry = `http://127.0.0.1:${await freePort()}`;
    const text = await template('reconcile.yml', {
      'https://registry.example.com': registry,
      'https://gateway.example.com/{name}/health': `${registry}/{name}/health`,
    });
    world.addRepository(REPOSITORY, {
      files: {
        '.github/workflows/reconcile.yml': withInputs(text, ['allow-private-network: true', 'timeout: 20s']),
        'services.yml':
          'name: tasks\nendpoints: { health: "http://127.0.0.1/health" }\ncapabilities: [tasks]\nroutes: [/tasks]\n',
      },
      secrets: { REGISTRY_TOKEN: 'registry-token' },
    });
    const pass = await world.startOn(REPOSITORY, 'reconcile.yml', { name: 'schedule' }).ended;
    assert.equal(pass.conclusion, 'failure');
    assert.match(pass.log, /::error::.*ECONNREFUSED/);
    const { issues } = world.github.repository(REPOSITORY);
    assert.ok(issues.some(({ title, state }) => title === 'The registry cannot be read' && state === 'open'));
  },
);
