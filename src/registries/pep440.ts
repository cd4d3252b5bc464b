const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?(\d+)?)?(?:-(\d+)|[._-]?(?:post|rev|r)[._-]?(\d*))?(?:([._-]?dev)[._-]?(\d+)?)?(?:\+([a-z0-9]+(?:[._-][a-z0-9]+)*))?$/;

const PRE_RELEASE: Readonly<Record<string, string>> = { alpha: 'a', beta: 'b', c: 'rc', pre: 'rc', preview: 'rc' };

/**
 * The one spelling that all spellings of a Python version share, trailing zeros of the release dropped, so that equal
 * versions have equal texts; undefined for what is no version. https://peps.python.org/pep-0440/#normalization
 */
export function normaliseVersion(text: string): string | undefined {
  if (text.length > 200) return undefined;
  const match = VERSION.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const [, epoch, release = '', pre, preNumber, implicitPost, post, dev, devNumber, local] = match;
  const postNumber = implicitPost ?? post;
  return [
    number(epoch) === '0' ? '' : `${number(epoch)}!`,
    release
      .split('.')
      .map(number)
      .join('.')
      .replace(/(?:\.0)+$/, ''),
    pre ? `${PRE_RELEASE[pre] ?? pre}${number(preNumber)}` : '',
    postNumber === undefined ? '' : `.post${number(postNumber)}`,
    dev ? `.dev${number(devNumber)}` : '',
    local
      ? `+${local
          .split(/[._-]/)
          .map((part) => (/^\d+$/.test(part) ? number(part) : part))
          .join('.')}`
      : '',
  ].join('');
}

/** The one spelling that all spellings of a Python package name share. https://peps.python.org/pep-0503/#normalized-names */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function number(digits: string | undefined): string {
  return (digits ?? '').replace(/^0+(?=\d)/, '') || '0';
}
