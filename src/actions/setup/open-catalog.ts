import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import { catalogRepository } from '../../services/registries/open-registry.ts';
import type { ServiceRegistry } from '../../services/registries/service-registry.ts';

interface CatalogInputs {
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
  const repository = connectTo(catalogRepository(inputs.registryUrl), inputs, runner);
  const { env, signal, secrets } = runner;
  const owner = inputs.catalogOwner ?? runContext(env).owner ?? 'unknown';
  const place = { repository, path: inputs.catalogPath, namespace: inputs.catalogNamespace, owner };
  return { registry: backstageRegistry({ signal, redact: (text) => secrets.redact(text), ...place }) };
}
