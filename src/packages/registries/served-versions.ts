/** The versions of one package that a registry serves, in the spelling of its ecosystem. */
export interface ServedVersions {
  /** In no order that means anything. */
  readonly versions: readonly string[];
  /** npm's dist-tags. Where there is no `latest`, as on PyPI, it is the newest version, a prerelease only where there is no other. */
  readonly tags: Readonly<Record<string, string>>;
}
