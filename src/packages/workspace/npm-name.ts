/** What npm has ever taken for a name: old ones have capitals and `!*'()`. Nothing here can break a line, a path or a URL. */
const NAME = /^(?:@[\w~-][\w.~-]*\/)?[A-Za-z0-9~!*'()-][\w.~!*'()-]*$/;
const LONGEST = 214;

/** Whether npm takes the text for a package's name. https://github.com/npm/validate-npm-package-name */
export function isNpmName(name: string): boolean {
  return name.length <= LONGEST && NAME.test(name) && name !== 'node_modules' && name !== 'favicon.ico';
}
