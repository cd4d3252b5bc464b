/** One value of the configuration by its key (`//registry.example.com/npm/:_authToken`); `missing` names the variable it wants. */
export type Setting = (key: string) => { readonly value: string } | { readonly missing: string } | undefined;

/** The files of a client certificate. */
export interface ClientCertificate {
  readonly certfile: string;
  readonly keyfile: string;
}

/** What to show to a registry. */
export interface NpmCredentials {
  /** The header `authorization`. */
  readonly authorization?: string;
  /** What TLS shows, beside whatever the request has. */
  readonly certificate?: ClientCertificate;
  /** A variable from which the configuration would take credentials, and which is not there. */
  readonly missing?: string;
}

/**
 * The credentials for a URL: those of the longest path that has any, as npm looks for them; a token before `_auth` before a
 * user's name and password. https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration
 */
export function credentialsFor(url: URL, setting: Setting): NpmCredentials {
  let missing: string | undefined;
  const read = (key: string): string => {
    const found = setting(key);
    if (found && 'missing' in found) missing ??= found.missing;
    return found && 'value' in found ? found.value : '';
  };
  const places = placesOf(url);
  const authorization = places.map((place) => authorizationAt(place, read)).find((one) => one !== '');
  const certificate = places
    .map((place) => ({ certfile: read(`${place}:certfile`), keyfile: read(`${place}:keyfile`) }))
    .find(({ certfile, keyfile }) => certfile !== '' && keyfile !== '');
  return {
    ...(authorization === undefined ? missing !== undefined && { missing } : { authorization }),
    ...(certificate && { certificate }),
  };
}

/** `//host/a/b`, `//host/a/`, `//host/a`, …: what keys of one registry may begin with. */
function placesOf({ host, pathname }: URL): string[] {
  const places: string[] = [];
  for (let place = `//${host}${pathname}`; place.length > 2; place = place.replace(/([^/]+|\/)$/, ''))
    places.push(place);
  return places;
}

function authorizationAt(place: string, read: (key: string) => string): string {
  const token = read(`${place}:_authToken`);
  if (token !== '') return `Bearer ${token}`;
  const basic = read(`${place}:_auth`) || ofUser(read(`${place}:username`), read(`${place}:_password`));
  return basic === '' ? '' : `Basic ${basic}`;
}

/** npm keeps passwords in base64. */
function ofUser(username: string, password: string): string {
  if (username === '' || password === '') return '';
  return Buffer.from(`${username}:${Buffer.from(password, 'base64').toString('utf8')}`).toString('base64');
}
