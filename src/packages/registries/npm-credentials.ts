/** One value of the configuration by its key (`//registry.example.com/npm/:_authToken`); `missing` names the variable it wants. */
export type Setting = (key: string) => { readonly value: string } | { readonly missing: string } | undefined;

/** What to send to a registry. */
export interface Credentials {
  /** The header `authorization`. */
  readonly authorization?: string;
  /** A variable from which the configuration would take credentials, and which is not there. */
  readonly missing?: string;
}

/**
 * The credentials for a URL: those of the longest path that has any, as npm looks for them; a token before `_auth` before a
 * user's name and password. https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration
 */
export function credentialsFor(url: URL, setting: Setting): Credentials {
  let missing: string | undefined;
  const read = (key: string): string => {
    const found = setting(key);
    if (found && 'missing' in found) missing ??= found.missing;
    return found && 'value' in found ? found.value : '';
  };
  for (let place = `//${url.host}${url.pathname}`; place.length > 2; place = place.replace(/([^/]+|\/)$/, '')) {
    const token = read(`${place}:_authToken`);
    if (token) return { authorization: `Bearer ${token}` };
    const basic = read(`${place}:_auth`) || ofUser(read(`${place}:username`), read(`${place}:_password`));
    if (basic) return { authorization: `Basic ${basic}` };
  }
  return missing === undefined ? {} : { missing };
}

/** npm keeps passwords in base64. */
function ofUser(username: string, password: string): string {
  if (username === '' || password === '') return '';
  return Buffer.from(`${username}:${Buffer.from(password, 'base64').toString('utf8')}`).toString('base64');
}
