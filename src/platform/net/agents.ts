import * as http from 'node:http';
import * as https from 'node:https';

export interface Route {
  readonly secure: boolean;
  readonly proxy: URL | undefined;
  /** Whether a connection of an earlier request may serve, and this one a later request. */
  readonly kept: boolean;
  /** Where it may lead is less than elsewhere, which is known when a connection is opened. */
  readonly secretInClear: boolean;
}

/** The connections of one network: an agent for each way that is taken. */
export type Agents = (route: Route) => http.Agent;

export function createAgents(): Agents {
  const agents = new Map<string, http.Agent>();
  return (route) => {
    const key = `${route.secure} ${route.kept} ${route.secretInClear} ${route.proxy?.href}`;
    const known = agents.get(key) ?? createAgent(route);
    agents.set(key, known);
    return known;
  };
}

/** Which proxy is used is decided here, by one grammar, so Node is told of that one and of no exception. */
function createAgent({ secure, proxy, kept }: Route): http.Agent {
  const proxyEnv = proxy && { http_proxy: proxy.href, https_proxy: proxy.href };
  const options = { keepAlive: kept, ...(proxyEnv && { proxyEnv }) };
  return secure ? new https.Agent(options) : new http.Agent(options);
}
