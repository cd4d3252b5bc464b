import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { catalogRepository } from '../../services/registries/open-registry.ts';
import type { ServiceRegistry } from '../../services/registries/service-registry.ts';

export interface CatalogInputs {
  readonly registryUrl: string;
  readonly catalogPath: string;
  readonly catalogOwner: string | undefined;
  readonly catalogNamespace: string;
  readonly token: string | undefined;
  readonly apiUrl: string | undefined;
}

/** Opens a Backstage catalog. Most steps register elsewhere and should not wait for GitHub's client, so it is loaded here. */
export async function openCatalog(inputs: CatalogInputs, runner: Runner): Promise<{ registry: ServiceRegistry }> {
  const { connectTo } = await import('./connect-github.ts');
  const { backstageRegistry } = await import('../../services/registries/backstage.ts');
  const { githubCalls } = await import('../../services/registries/github-calls.ts');
  const repository = catalogRepository(inputs.registryUrl);
  const client = connectTo(repository, inputs, runner);
  const owner = inputs.catalogOwner ?? runContext(runner.env).owner ?? 'unknown';
  const call = githubCalls(client, { signal: runner.signal, redact: (text) => runner.secrets.redact(text) });
  return { registry: backstageRegistry({ call, repository, path: inputs.catalogPath, owner }) };
}
