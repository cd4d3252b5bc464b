import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Services that answer their version, whatever was last deployed: `PUT /NAME` deploys, `GET /NAME/health` answers. */
export interface LiveServices {
  readonly url: string;
  readonly versions: Map<string, string>;
  /** Every deployment, as `NAME VERSION`, oldest first. */
  readonly deployments: readonly string[];
  close(): Promise<void>;
}

/** `broken` versions are deployed and answer 503. */
export async function startLiveServices(broken: readonly string[] = []): Promise<LiveServices> {
  const versions = new Map<string, string>();
  const deployments: string[] = [];
  const server = createServer((request, response) => {
    const [, name = ''] = (request.url ?? '').split('/');
    if (request.method === 'PUT') {
      void text(request).then((version) => {
        versions.set(name, version.trim());
        deployments.push(`${name} ${version.trim()}`);
        response.end();
      });
      return;
    }
    const version = versions.get(name);
    const status = version === undefined ? 404 : broken.includes(version) ? 503 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status: 'pass', version }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    versions,
    deployments,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A workflow that deploys a version of one of them. */
export const deployWorkflow = (service: string, url: string) => `name: Deploy
run-name: Deploy \${{ inputs.version }} to \${{ inputs.environment }} [\${{ inputs.nonce }}]
on:
  workflow_dispatch:
    inputs:
      version: { type: string, required: true }
      environment: { type: string, required: true }
      nonce: { type: string }
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: curl --fail --silent --show-error --request PUT --data "$VERSION" ${url}/${service}
        env: { VERSION: "\${{ inputs.version }}" }
`;
