import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { temporaryFolders } from '../support/temporary.ts';

const cli = fileURLToPath(new URL('../../simulator/cli.ts', import.meta.url));
const folder = temporaryFolders();
const manifest = `
name: pair
defaults: { workflow: publish.yml }
components:
  one: { repository: acme/one, package: { npm: one } }
  two: { repository: acme/two, needs: [one], event-type: release }
`;

test('the command serves the repositories of a manifest and says where', async () => {
  const file = join(await folder({ 'train.yml': manifest }), 'train.yml');
  const child = spawn(process.execPath, [cli, file, '--port', '0']);
  try {
    const said = new Map<string, string>();
    for await (const line of createInterface({ input: child.stdout })) {
      const [, name, value] = /^(GITHUB_\w+)=(.*)$/.exec(line) ?? [];
      if (name && value) said.set(name, value);
      if (line.startsWith('Python index')) break;
    }
    const headers = { authorization: `token ${said.get('GITHUB_TOKEN')}` };
    const workflows = async (name: string) =>
      (await fetch(`${said.get('GITHUB_API_URL')}/repos/acme/${name}/actions/workflows`, { headers })).json();
    expect(await workflows('one')).toMatchObject({ workflows: [{ path: '.github/workflows/publish.yml' }] });
    expect(await workflows('two')).toMatchObject({ total_count: 1 });
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});
