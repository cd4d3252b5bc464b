export const id = 271;
export const ids = [271];
export const modules = {

/***/ 6364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ normaliseName)
/* harmony export */ });
/** The one spelling that all spellings of a Python package name share. https://peps.python.org/pep-0503/#normalized-names */
function normaliseName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}


/***/ }),

/***/ 5425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zy: () => (/* binding */ compareVersions),
  Fk: () => (/* binding */ isPythonVersion),
  r8: () => (/* binding */ normaliseVersion)
});

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/version.js
const VERSION_PATTERN = [
  'v?',
  '(?:',
  /* */ '(?:(?<epoch>[0-9]+)!)?', // epoch
  /* */ '(?<release>[0-9]+(?:\\.[0-9]+)*)', // release segment
  /* */ '(?<pre>', // pre-release
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))',
  /*    */ '[-_\\.]?',
  /*    */ '(?<pre_n>[0-9]+)?',
  /* */ ')?',
  /* */ '(?<post>', // post release
  /*    */ '(?:-(?<post_n1>[0-9]+))',
  /*    */ '|',
  /*    */ '(?:',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_l>post|rev|r)',
  /*        */ '[-_\\.]?',
  /*        */ '(?<post_n2>[0-9]+)?',
  /*    */ ')',
  /* */ ')?',
  /* */ '(?<dev>', // dev release
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_l>dev)',
  /*    */ '[-_\\.]?',
  /*    */ '(?<dev_n>[0-9]+)?',
  /* */ ')?',
  ')',
  '(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?', // local version
].join('');



const validRegex = new RegExp('^' + VERSION_PATTERN + '$', 'i');

function valid(version) {
  return validRegex.test(version) ? version : null;
}

const cleanRegex = new RegExp('^\\s*' + VERSION_PATTERN + '\\s*$', 'i');
function clean(version) {
  return version_stringify(version_parse(version, cleanRegex));
}

function version_parse(version, regex) {
  // Validate the version and parse it into pieces
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }

  // Store the parsed out pieces of the version
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split('.').map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2,
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local),
  };

  return parsed;
}

function version_stringify(parsed) {
  if (!parsed) {
    return null;
  }
  const { epoch, release, pre, post, dev, local } = parsed;
  const parts = [];

  // Epoch
  if (epoch !== 0) {
    parts.push(`${epoch}!`);
  }
  // Release segment
  parts.push(release.join('.'));

  // Pre-release
  if (pre) {
    parts.push(pre.join(''));
  }
  // Post-release
  if (post) {
    parts.push('.' + post.join(''));
  }
  // Development release
  if (dev) {
    parts.push('.' + dev.join(''));
  }
  // Local version segment
  if (local) {
    parts.push(`+${local}`);
  }
  return parts.join('');
}

function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number = numberIn;
  if (letter) {
    // We consider there to be an implicit 0 in a pre-release if there is
    // not a numeral associated with it.
    if (!number) {
      number = 0;
    }
    // We normalize any letters to their lower case form
    letter = letter.toLowerCase();

    // We consider some words to be alternate spellings of other words and
    // in those cases we want to normalize the spellings to our preferred
    // spelling.
    if (letter === 'alpha') {
      letter = 'a';
    } else if (letter === 'beta') {
      letter = 'b';
    } else if (['c', 'pre', 'preview'].includes(letter)) {
      letter = 'rc';
    } else if (['rev', 'r'].includes(letter)) {
      letter = 'post';
    }
    return [letter, Number(number)];
  }
  if (!letter && number) {
    // We assume if we are given a number, but we are not given a letter
    // then this is using the implicit post release syntax (e.g. 1.0-1)
    letter = 'post';

    return [letter, Number(number)];
  }
  return null;
}

function parse_local_version(local) {
  /*
    Takes a string like abc.1.twelve and turns it into("abc", 1, "twelve").
    */
  if (local) {
    return local
      .split(/[._-]/)
      .map((part) =>
        Number.isNaN(Number(part)) ? part.toLowerCase() : Number(part),
      );
  }
  return null;
}

function version_explain(version) {
  const parsed = version_parse(version);
  if (!parsed) {
    return parsed;
  }
  const { epoch, release, pre, post, dev, local } = parsed;

  let base_version = '';
  if (epoch !== 0) {
    base_version += epoch + '!';
  }
  base_version += release.join('.');

  const is_prerelease = Boolean(dev || pre);
  const is_devrelease = Boolean(dev);
  const is_postrelease = Boolean(post);

  // return

  return {
    epoch,
    release,
    pre,
    post: post ? post[1] : post,
    dev: dev ? dev[1] : dev,
    local: local ? local.join('.') : local,
    public: version_stringify(parsed).split('+', 1)[0],
    base_version,
    is_prerelease,
    is_devrelease,
    is_postrelease,
  };
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/operator.js




function lt(version, other) {
  return compare(version, other) < 0;
}

function le(version, other) {
  return compare(version, other) <= 0;
}

function eq(version, other) {
  return compare(version, other) === 0;
}

function ne(version, other) {
  return compare(version, other) !== 0;
}

function ge(version, other) {
  return compare(version, other) >= 0;
}

function gt(version, other) {
  return compare(version, other) > 0;
}

function arbitrary(version, other) {
  return version.toLowerCase() === other.toLowerCase();
}

function compare(version, other) {
  const parsedVersion = version_parse(version);
  const parsedOther = version_parse(other);

  const keyVersion = calculateKey(parsedVersion);
  const keyOther = calculateKey(parsedOther);

  return pyCompare(keyVersion, keyOther);
}

function rcompare(version, other) {
  return -compare(version, other);
}

// this logic is buitin in python, but we need to port it to js
// see https://stackoverflow.com/a/5292332/1438522
function pyCompare(elemIn, otherIn) {
  let elem = elemIn;
  let other = otherIn;
  if (elem === other) {
    return 0;
  }
  if (Array.isArray(elem) !== Array.isArray(other)) {
    elem = Array.isArray(elem) ? elem : [elem];
    other = Array.isArray(other) ? other : [other];
  }
  if (Array.isArray(elem)) {
    const len = Math.min(elem.length, other.length);
    for (let i = 0; i < len; i += 1) {
      const res = pyCompare(elem[i], other[i]);
      if (res !== 0) {
        return res;
      }
    }
    return elem.length - other.length;
  }
  if (elem === -Infinity || other === Infinity) {
    return -1;
  }
  if (elem === Infinity || other === -Infinity) {
    return 1;
  }
  return elem < other ? -1 : 1;
}

function calculateKey(input) {
  const { epoch } = input;
  let { release, pre, post, local, dev } = input;
  // When we compare a release version, we want to compare it with all of the
  // trailing zeros removed. So we'll use a reverse the list, drop all the now
  // leading zeros until we come to something non zero, then take the rest
  // re-reverse it back into the correct order and make it a tuple and use
  // that for our sorting key.
  release = release.concat();
  release.reverse();
  while (release.length && release[0] === 0) {
    release.shift();
  }
  release.reverse();

  // We need to "trick" the sorting algorithm to put 1.0.dev0 before 1.0a0.
  // We'll do this by abusing the pre segment, but we _only_ want to do this
  // if there is !a pre or a post segment. If we have one of those then
  // the normal sorting rules will handle this case correctly.
  if (!pre && !post && dev) pre = -Infinity;
  // Versions without a pre-release (except as noted above) should sort after
  // those with one.
  else if (!pre) pre = Infinity;

  // Versions without a post segment should sort before those with one.
  if (!post) post = -Infinity;

  // Versions without a development segment should sort after those with one.
  if (!dev) dev = Infinity;

  if (!local) {
    // Versions without a local segment should sort before those with one.
    local = -Infinity;
  } else {
    // Versions with a local segment need that segment parsed to implement
    // the sorting rules in PEP440.
    // - Alpha numeric segments sort before numeric segments
    // - Alpha numeric segments sort lexicographically
    // - Numeric segments sort numerically
    // - Shorter versions sort before longer versions when the prefixes
    //   match exactly
    local = local.map((i) =>
      Number.isNaN(Number(i)) ? [-Infinity, i] : [Number(i), ''],
    );
  }

  return [epoch, release, pre, post, dev, local];
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/specifier.js
// This file is dual licensed under the terms of the Apache License, Version
// 2.0, and the BSD License. See the LICENSE file in the root of this repository
// for complete details.





const RANGE_PATTERN = [
  '(?<operator>(===|~=|==|!=|<=|>=|<|>))',
  '\\s*',
  '(',
  /*  */ '(?<version>(?:' + VERSION_PATTERN.replace(/\?<\w+>/g, '?:') + '))',
  /*  */ '(?<prefix>\\.\\*)?',
  /*  */ '|',
  /*  */ '(?<legacy>[^,;\\s)]+)',
  ')',
].join('');



const isEqualityOperator = (op) => ['==', '!=', '==='].includes(op);

const rangeRegex = new RegExp('^' + RANGE_PATTERN + '$', 'i');

function specifier_parse(ranges) {
  if (!ranges.trim()) {
    return [];
  }

  const specifiers = ranges
    .split(',')
    .map((range) => rangeRegex.exec(range.trim()) || {})
    .map(({ groups }) => {
      if (!groups) {
        return null;
      }

      let { ...spec } = groups;
      const { operator, version, prefix, legacy } = groups;

      if (version) {
        spec = { ...spec, ...explainVersion(version) };
        if (operator === '~=') {
          if (spec.release.length < 2) {
            return null;
          }
        }
        if (!isEqualityOperator(operator) && spec.local) {
          return null;
        }

        if (prefix) {
          if (!isEqualityOperator(operator) || spec.dev || spec.local) {
            return null;
          }
        }
      }
      if (legacy && operator !== '===') {
        return null;
      }

      return spec;
    });

  if (specifiers.filter(Boolean).length !== specifiers.length) {
    return null;
  }

  return specifiers;
}

function filter(versions, specifier, options = {}) {
  const filtered = pick(versions, specifier, options);
  if (filtered.length === 0 && options.prereleases === undefined) {
    return pick(versions, specifier, { prereleases: true });
  }
  return filtered;
}

function maxSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[found.length - 1];
}

function minSatisfying(versions, range, options) {
  const found = filter(versions, range, options).sort(Operator.compare);
  return found.length === 0 ? null : found[0];
}

function pick(versions, specifier, options) {
  const parsed = specifier_parse(specifier);

  if (!parsed) {
    return [];
  }

  return versions.filter((version) => {
    const explained = explainVersion(version);

    if (!parsed.length) {
      return explained && !(explained.is_prerelease && !options.prereleases);
    }

    return parsed.reduce((pass, spec) => {
      if (!pass) {
        return false;
      }
      return contains({ ...spec, ...options }, { version, explained });
    }, true);
  });
}

function satisfies(version, specifier, options = {}) {
  const filtered = pick([version], specifier, options);

  return filtered.length === 1;
}

function arrayStartsWith(array, prefix) {
  if (prefix.length > array.length) {
    return false;
  }

  for (let i = 0; i < prefix.length; i += 1) {
    if (prefix[i] !== array[i]) {
      return false;
    }
  }

  return true;
}

function contains(specifier, input) {
  const { explained } = input;
  let { version } = input;
  const { ...spec } = specifier;

  if (spec.prereleases === undefined) {
    spec.prereleases = spec.is_prerelease;
  }

  if (explained && explained.is_prerelease && !spec.prereleases) {
    return false;
  }

  if (spec.operator === '~=') {
    let compatiblePrefix = spec.release.slice(0, -1).concat('*').join('.');
    if (spec.epoch) {
      compatiblePrefix = spec.epoch + '!' + compatiblePrefix;
    }
    return satisfies(version, `>=${spec.version}, ==${compatiblePrefix}`, {
      prereleases: spec.prereleases,
    });
  }

  if (spec.prefix) {
    const isMatching =
      explained.epoch === spec.epoch &&
      arrayStartsWith(explained.release, spec.release);
    const isEquality = spec.operator !== '!=';
    return isEquality ? isMatching : !isMatching;
  }

  if (explained && explained.local && spec.version) {
    // Ignore candidate local labels only when the specifier itself is public.
    if (spec.operator !== '===' && !spec.local) {
      version = explained.public;
      spec.version = explainVersion(spec.version).public;
    }
  }

  if (spec.operator === '<' || spec.operator === '>') {
    // simplified version of https://www.python.org/dev/peps/pep-0440/#exclusive-ordered-comparison
    if (Operator.eq(spec.release.join('.'), explained.release.join('.'))) {
      return false;
    }
  }

  // TODO: fix me?
  // eslint-disable-next-line import-x/namespace
  const op = Operator[spec.operator];
  return op(version, spec.version || spec.legacy);
}

function validRange(specifier) {
  return Boolean(specifier_parse(specifier));
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/lib/semantic.js


// those notation are borrowed from semver


function major(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  return version.release[0];
}

function minor(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 2) {
    return 0;
  }
  return version.release[1];
}

function patch(input) {
  const version = explain(input);
  if (!version) {
    throw new TypeError('Invalid Version: ' + input);
  }
  if (version.release.length < 3) {
    return 0;
  }
  return version.release[2];
}

function inc(input, release, preReleaseIdentifier) {
  let identifier = preReleaseIdentifier || `a`;
  const version = parse(input);

  if (!version) {
    return null;
  }

  if (
    !['a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview'].includes(
      identifier,
    )
  ) {
    return null;
  }

  switch (release) {
    case 'premajor':
      {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'preminor':
      {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prepatch':
      {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      version.pre = [identifier, 0];
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'prerelease':
      if (version.pre === null) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
        version.pre = [identifier, 0];
      } else {
        if (preReleaseIdentifier === undefined && version.pre !== null) {
          [identifier] = version.pre;
        }

        const [letter, number] = version.pre;
        if (letter === identifier) {
          version.pre = [letter, number + 1];
        } else {
          version.pre = [identifier, 0];
        }
      }

      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'major':
      if (
        version.release.slice(1).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'minor':
      if (
        version.release.slice(2).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0] = version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    case 'patch':
      if (
        version.release.slice(3).some((value) => value !== 0) ||
        version.pre === null
      ) {
        const [majorVersion, minorVersion = 0, patchVersion = 0] =
          version.release;
        version.release.fill(0);
        version.release[0] = majorVersion;
        version.release[1] = minorVersion;
        version.release[2] = patchVersion + 1;
      }
      delete version.pre;
      delete version.post;
      delete version.dev;
      delete version.local;
      break;
    default:
      return null;
  }

  return stringify(version);
}

;// CONCATENATED MODULE: ./node_modules/@renovatebot/pep440/index.js










;// CONCATENATED MODULE: ./build/src/packages/python/pep440.js

/** A text that is longer is no version: it is not worth a look. */
const LONGEST = 200;
/** Whether `text` is a version PEP 440 knows, in any of the spellings it normalises. https://peps.python.org/pep-0440/ */
function isPythonVersion(text) {
    return text.length <= LONGEST && valid(text) !== null;
}
/** The order of two PEP 440 versions, as pip sees them. Throws a RangeError for text that is none. */
function compareVersions(left, right) {
    for (const version of [left, right]) {
        if (!isPythonVersion(version))
            throw new RangeError(`${JSON.stringify(version)} is not a PEP 440 version.`);
    }
    return Math.sign(compare(left, right));
}
/**
 * The one spelling that all spellings of a version share, trailing zeros of the release dropped, so that equal versions have
 * equal texts; undefined for what is no version. https://peps.python.org/pep-0440/#normalization
 */
function normaliseVersion(text) {
    const version = text.trim();
    const parts = isPythonVersion(version) ? version_explain(version) : null;
    if (!parts)
        return undefined;
    const { base_version: base, public: whole, local } = parts;
    return base.replace(/(?:\.0)+$/, '') + whole.slice(base.length) + (local === null ? '' : `+${local}`);
}


/***/ }),

/***/ 5208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ compareIntegrity),
/* harmony export */   MO: () => (/* binding */ formatDigest),
/* harmony export */   m: () => (/* binding */ parseDigest)
/* harmony export */ });
/**
 * Why the files that are served are not the expected ones, or undefined where they are. Digests are written `sha512-BASE64`
 * (as npm prints them) or `sha256:HEX` (as PyPI does), several separated by blanks; one that is equal is enough.
 */
function compareIntegrity(expected, served) {
    const wanted = expected.split(/\s+/).map(parseDigest);
    const found = served.map(parseDigest).filter((one) => one !== undefined);
    const comparable = found.filter(({ algorithm }) => wanted.some((one) => one?.algorithm === algorithm));
    if (comparable.length === 0) {
        const offered = found.length === 0 ? 'no digest that could be read' : found.map(({ algorithm }) => algorithm).join(' and ');
        return `it is served, but its bytes could not be compared: planned was ${expected}, the registry offers ${offered}`;
    }
    const same = comparable.some((one) => wanted.some((other) => other?.algorithm === one.algorithm && other.hex === one.hex));
    if (same)
        return undefined;
    const shown = comparable.map((one) => (expected.includes(':') ? `${one.algorithm}:${one.hex}` : formatDigest(one)));
    return `it is served with other bytes: planned was ${expected}, served is ${shown.join(' ')}`;
}
/** The digest as npm prints it. */
function formatDigest({ algorithm, hex }) {
    return `${algorithm}-${Buffer.from(hex, 'hex').toString('base64')}`;
}
const LENGTHS = { sha1: 40, sha256: 64, sha384: 96, sha512: 128 };
/** Reads one digest, or undefined where the text is none. */
function parseDigest(text) {
    const match = /^(sha1|sha256|sha384|sha512)([-:=])([0-9A-Za-z+/=]+)$/.exec(text);
    const [, algorithm = '', separator, value = ''] = match ?? [];
    const hex = separator === '-' ? Buffer.from(value, 'base64').toString('hex') : value.toLowerCase();
    return hex.length === LENGTHS[algorithm] && /^[0-9a-f]+$/.test(hex) ? { algorithm, hex } : undefined;
}


/***/ }),

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ cliRegistry)
});

// EXTERNAL MODULE: ./build/src/platform/errors.js
var errors = __webpack_require__(5286);
// EXTERNAL MODULE: ./build/src/platform/process/run-client.js
var run_client = __webpack_require__(6052);
// EXTERNAL MODULE: ./build/src/platform/records.js
var records = __webpack_require__(4339);
// EXTERNAL MODULE: ./build/src/packages/registries/integrity.js
var integrity = __webpack_require__(5208);
;// CONCATENATED MODULE: ./build/src/packages/registries/provenance.js
/**
 * The commit that a version's provenance names, or undefined where there is none or it cannot be read. Its signature is not
 * verified here: `npm audit signatures` does that. Rejects only when aborted. https://docs.npmjs.com/generating-provenance-statements,
 * https://slsa.dev/spec/v1.0/provenance
 */
async function provenanceCommit({ tarball, attestations }, { signal, request = fetch } = {}) {
    const url = attestations?.url;
    // A registry speaks for itself only: what it says must not send us elsewhere.
    if (typeof url !== 'string' || !sameOrigin(url, tarball))
        return undefined;
    try {
        const limit = AbortSignal.timeout(15_000);
        const response = await request(url, {
            redirect: 'error',
            signal: signal ? AbortSignal.any([signal, limit]) : limit,
        });
        return response.ok ? commitIn(await response.json()) : undefined;
    }
    catch {
        signal?.throwIfAborted();
        return undefined;
    }
}
function sameOrigin(url, other) {
    return (typeof other === 'string' &&
        URL.canParse(url) &&
        URL.canParse(other) &&
        new URL(url).origin === new URL(other).origin);
}
/** The git commit in the first provenance statement of an attestations document. */
function commitIn(document) {
    for (const one of at(document, 'attestations', Array.isArray) ?? []) {
        const type = at(one, 'predicateType', isText) ?? '';
        const payload = at(at(at(one, 'bundle'), 'dsseEnvelope'), 'payload', isText);
        if (!type.startsWith('https://slsa.dev/provenance/') || payload === undefined)
            continue;
        const predicate = at(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')), 'predicate');
        const [source] = at(at(predicate, 'buildDefinition'), 'resolvedDependencies', Array.isArray) ?? [];
        const commit = at(at(source, 'digest'), 'gitCommit', isText) ?? configSourceCommit(predicate);
        if (commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit))
            return commit;
    }
    return undefined;
}
/** SLSA 0.2 names the commit elsewhere. */
function configSourceCommit(predicate) {
    return at(at(at(at(predicate, 'invocation'), 'configSource'), 'digest'), 'sha1', isText);
}
function isText(value) {
    return typeof value === 'string';
}
function at(value, key, is) {
    const member = value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined;
    return !is || is(member) ? member : undefined;
}

;// CONCATENATED MODULE: ./build/src/packages/registries/npm.js





/** One short try: who polls repeats it anyway. `npm view` revalidates its cache by itself. */
const FLAGS = ['--json', '--fetch-retries=0', '--fetch-timeout=30000', '--loglevel=error'];
/**
 * Asks the registry that npm is configured for about one exact version; with `thorough` also for the commit that its
 * provenance names, which is a request of its own. Rejects with a UserError when npm is missing, and
 * with the signal's reason.
 */
async function lookUpNpm(name, version, { thorough, ...options }) {
    const fields = ['name', 'version', 'dist', 'gitHead'];
    const result = await view([`${name}@${version}`, ...fields], options);
    const document = parseDocument(result.stdout);
    if (result.exitCode !== 0)
        return explainFailure(name, version, document, result);
    if (document?.version !== version)
        return { state: 'pending', detail: `the registry has ${name}, but not ${version}` };
    const { dist, gitHead } = document;
    const proven = thorough && dist ? await provenanceCommit(dist, { signal: options.signal }) : undefined;
    const commit = proven ?? gitHead;
    const digests = [
        dist?.integrity,
        typeof dist?.shasum === 'string' && (0,integrity/* formatDigest */.MO)({ algorithm: 'sha1', hex: dist.shasum }),
    ].filter((one) => typeof one === 'string');
    return {
        state: 'served',
        detail: dist?.attestations ? 'with provenance' : 'without provenance',
        facts: {
            integrity: digests,
            provenance: dist?.attestations !== undefined,
            ...(typeof commit === 'string' && { commit }),
        },
    };
}
/** Every version that is served, and the dist-tags, or undefined where the registry knows no such package; throws a UserError where it does not answer. */
async function versionsOnNpm(name, options) {
    const result = await view([name, 'name', 'versions', 'dist-tags'], options);
    const document = parseDocument(result.stdout);
    if (result.exitCode === 0) {
        const { versions = [], 'dist-tags': tags = {} } = document ?? {};
        // npm prints a text where the list has one member.
        return { versions: [versions].flat(), tags: tags };
    }
    const failure = explainFailure(name, 'latest', document, result);
    if (failure.state === 'absent' || failure.state === 'pending')
        return undefined;
    throw new errors/* UserError */.yo(`The npm registry could not say which versions of ${name} there are: ${failure.detail}`);
}
async function view(what, { registryUrl, ...options }) {
    const registry = registryUrl ? [`--registry=${registryUrl}`, ...scopeOverride(what[0] ?? '', registryUrl)] : [];
    try {
        return await (0,run_client/* runClient */.bx)('npm', ['view', ...what, ...FLAGS, ...registry], options);
    }
    catch (error) {
        if (!(error instanceof run_client/* CommandMissing */.Q0))
            throw error;
        throw new errors/* UserError */.yo('npm is not installed here. Add a step with actions/setup-node before this one.');
    }
}
/** A scope's registry in .npmrc wins over --registry, so the override names the scope too. */
function scopeOverride(name, registryUrl) {
    const scope = /^(@[^/]+)\//.exec(name)?.[1];
    return scope ? [`--${scope}:registry=${registryUrl}`] : [];
}
function explainFailure(name, version, document, result) {
    if (result.exitCode === null)
        return { state: 'unreachable', detail: 'npm got no answer in time' };
    const { code = '', summary = '' } = (document?.error ?? {});
    if (code === 'E404' || code === 'ETARGET') {
        // The registry's own 404 names the request; a missing version is npm's own finding in a document that it got.
        return /no match(ing version)? found/i.test(summary)
            ? { state: 'pending', detail: `the registry has ${name}, but not ${version}` }
            : { state: 'absent', detail: `the registry knows no package named ${name}` };
    }
    const said = (0,run_client/* lastWords */.aN)(summary || result.stderr);
    if (/^E(401|403|NEEDAUTH)$/.test(code))
        return { state: 'unauthorized', detail: `${code}: ${said}` };
    return { state: 'unreachable', detail: code ? `${code}: ${said}` : said };
}
/** npm prints nothing for a version without any of the fields, and a list where a range matched several versions. */
function parseDocument(stdout) {
    try {
        const value = JSON.parse(stdout);
        const one = Array.isArray(value) ? value.at(-1) : value;
        return (0,records/* isRecord */.u)(one) ? one : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/packages/python/package-name.js
var package_name = __webpack_require__(6364);
// EXTERNAL MODULE: ./build/src/packages/python/pep440.js + 5 modules
var pep440 = __webpack_require__(5425);
;// CONCATENATED MODULE: ./build/src/packages/registries/pip.js





/**
 * One short try, past pip's cache. `-vv` because only then does pip say why it found nothing. Whether the package fits this
 * machine's Python is not the question, so Requires-Python is ignored; a release of foreign platform wheels only stays unseen.
 */
const pip_FLAGS = [
    '--disable-pip-version-check',
    '--no-input',
    '--no-cache-dir',
    '--no-color',
    '--retries=0',
    '--timeout=30',
];
const INDEX_FLAGS = ['--pre', '--ignore-requires-python', '-vv'];
/**
 * Asks the index that pip is configured for about one exact version. With `thorough`, the digest of the file that pip would
 * install is asked for too (it downloads the wheel). Rejects with a UserError when Python or pip is missing.
 */
async function lookUpPip(name, version, { thorough, ...options }) {
    const result = await index(name, options);
    const versions = versionsIn(result.stdout);
    if (!versions)
        return pip_explainFailure(name, result);
    const wanted = (0,pep440/* normaliseVersion */.r8)(version);
    const served = versions.find((one) => (0,pep440/* normaliseVersion */.r8)(one) === wanted);
    if (served === undefined) {
        return { state: 'pending', detail: `the index has ${name} up to ${versions[0]}, but not ${version}` };
    }
    const integrity = thorough ? await wheelDigests(name, served, options) : [];
    return { state: 'served', detail: `as ${served}`, facts: { integrity } };
}
/** Every version that is served, or undefined where the index knows no such name; throws a UserError where it does not answer. */
async function versionsOnPyPI(name, options) {
    const result = await index(name, options);
    const versions = versionsIn(result.stdout);
    if (versions) {
        const latest = versions.find((one) => !isPrerelease(one)) ?? versions[0];
        return { versions, tags: latest === undefined ? {} : { latest } };
    }
    const failure = pip_explainFailure(name, result);
    if (failure.state === 'absent')
        return undefined;
    throw new errors/* UserError */.yo(`The Python index could not say which versions of ${name} there are: ${failure.detail}`);
}
function index(name, options) {
    return pip(['index', 'versions', (0,package_name/* normaliseName */.G)(name), ...INDEX_FLAGS], options);
}
/** The installation report is pip's documented way to name the file and its hash; wheels only, as an sdist would run its build. */
async function wheelDigests(name, version, options) {
    const flags = ['--dry-run', '--ignore-installed', '--no-deps', '--only-binary=:all:', '--ignore-requires-python'];
    const requirement = `${(0,package_name/* normaliseName */.G)(name)}==${version}`;
    const result = await pip(['install', ...flags, '--quiet', '--report=-', requirement], options);
    if (result.exitCode !== 0)
        return [];
    const report = JSON.parse(result.stdout);
    const hashes = report.install.flatMap((one) => Object.entries(one.download_info?.archive_info?.hashes ?? {}));
    return hashes.map(([algorithm, hex]) => (0,integrity/* formatDigest */.MO)({ algorithm, hex }));
}
async function pip(args, { indexUrl, ...options }) {
    // An extra index of the configuration must not answer in its place; pip takes an empty variable for none.
    const override = indexUrl ? { env: { ...options.env, PIP_EXTRA_INDEX_URL: indexUrl } } : {};
    const argv = ['-m', 'pip', ...args, ...pip_FLAGS, ...(indexUrl ? [`--index-url=${indexUrl}`] : [])];
    for (const python of ['python', 'python3']) {
        try {
            const result = await (0,run_client/* runClient */.bx)(python, argv, { ...options, ...override });
            if (!/No module named pip\b/.test(result.stderr))
                return result;
        }
        catch (error) {
            if (!(error instanceof run_client/* CommandMissing */.Q0))
                throw error;
        }
    }
    throw new errors/* UserError */.yo('Python with pip is not installed here. Add a step with actions/setup-python before this one.');
}
function isPrerelease(version) {
    return /a|b|rc|dev/.test((0,pep440/* normaliseVersion */.r8)(version)?.split('+')[0] ?? '');
}
/** Newest first. */
function versionsIn(stdout) {
    const list = /^Available versions: (.+)$/m.exec(stdout)?.[1];
    return list?.split(',').map((one) => one.trim());
}
/** pip ends in "No matching distribution" whatever happened; the reason stands in its debug lines. */
function pip_explainFailure(name, { exitCode, stdout, stderr }) {
    if (exitCode === null)
        return { state: 'unreachable', detail: 'pip got no answer in time' };
    const reasons = [...`${stdout}\n${stderr}`.matchAll(/Could not fetch URL \S+: (.+?)(?: - skipping)?$/gm)].map(([, reason = '']) => reason);
    const refused = reasons.find((one) => /^40[13]\b/.test(one));
    if (refused)
        return { state: 'unauthorized', detail: (0,run_client/* lastWords */.aN)(refused) };
    const failed = reasons.find((one) => !/^404\b/.test(one));
    if (failed)
        return { state: 'unreachable', detail: (0,run_client/* lastWords */.aN)(failed) };
    if (/No matching distribution found/.test(stderr + stdout)) {
        return reasons.length > 0
            ? { state: 'absent', detail: `the index knows no package named ${name}` }
            : { state: 'pending', detail: `the index has a page for ${name}, but no release on it that pip can use here` };
    }
    return { state: 'unreachable', detail: (0,run_client/* lastWords */.aN)(stderr) };
}

;// CONCATENATED MODULE: ./build/src/packages/registries/package-registry.js


/** Registries as their own clients see them, npm and pip, so that .npmrc, mirrors, scopes and credentials count. */
function cliRegistry({ registryUrl, indexUrl, ...options }) {
    const lookUp = ({ ecosystem, name, version }, thorough = false) => ecosystem === 'npm'
        ? lookUpNpm(name, version, { ...options, registryUrl, thorough })
        : lookUpPip(name, version, { ...options, indexUrl, thorough });
    const versions = (pkg) => 'npm' in pkg
        ? versionsOnNpm(pkg.npm, { ...options, registryUrl })
        : versionsOnPyPI(pkg.pypi, { ...options, indexUrl });
    return {
        lookUp,
        versions,
        latest: async (pkg) => (await versions(pkg))?.tags.latest,
        async served(pkg, version) {
            const found = await lookUp('npm' in pkg ? { ecosystem: 'npm', name: pkg.npm, version } : { ecosystem: 'pypi', name: pkg.pypi, version });
            if (found.state !== 'served')
                return { served: false, detail: found.detail };
            const [integrity] = found.facts.integrity;
            return { served: true, detail: `served ${found.detail}`, ...(integrity !== undefined && { integrity }) };
        },
    };
}


/***/ }),

/***/ 6052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ CommandMissing),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   bx: () => (/* binding */ runClient)
/* harmony export */ });
/* unused harmony exports clientEnvironment, quoteForCmd */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7975);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5286);





const OUTPUT_LIMIT = 16 * 1024 * 1024;
/**
 * Runs a client without a shell. Rejects with the signal's reason when it aborts, and with a UserError when the command
 * is not installed; any exit code is a result.
 */
async function runClient(command, args, options) {
    const { cwd, signal, timeout = 120_000 } = options;
    signal?.throwIfAborted();
    const env = clientEnvironment(options.env, options.idToken);
    const file = await findCommand(command, env);
    if (!file)
        throw new CommandMissing(command);
    signal?.throwIfAborted();
    const [program, argv, verbatim] = commandLine(file, args, env);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, argv, {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsVerbatimArguments: verbatim,
        windowsHide: true,
    });
    return await collect(child, timeout, signal);
}
/** The command is on no folder of PATH. */
class CommandMissing extends _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo {
    name = 'CommandMissing';
    command;
    constructor(command) {
        super(`The command ${command} was not found on PATH.`);
        this.command = command;
    }
}
function collect(child, timeout, signal) {
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
        child[name]?.setEncoding('utf8').on('data', (chunk) => {
            if (output[name].length < OUTPUT_LIMIT)
                output[name] += chunk;
        });
    }
    return new Promise((resolve, reject) => {
        let stopped;
        const stop = (why) => {
            stopped = why;
            child.kill();
            setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
        };
        const timer = setTimeout(() => stop('late'), timeout);
        const onAbort = () => stop('aborted');
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = (finish) => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            finish();
        };
        const finish = (exitCode) => stopped === 'aborted' ? reject(signal?.reason) : resolve({ exitCode: stopped ? null : exitCode, ...output });
        child.on('error', (error) => settle(() => reject(error)));
        child.on('close', (exitCode) => settle(() => finish(exitCode)));
        child.on('exit', (exitCode) => {
            if (!stopped)
                return;
            // What the client itself started may hold the pipes open for long.
            child.stdout?.destroy();
            child.stderr?.destroy();
            settle(() => finish(exitCode));
        });
    });
}
/**
 * The environment without what a registry client has no business with: the action's inputs (tokens among them) and the
 * job's right to ask for an ID token. What .npmrc and pip.conf name stays.
 */
function clientEnvironment(env, idToken = false) {
    const ours = idToken
        ? /^(INPUT_|ACTIONS_RUNTIME_TOKEN$)/i
        : /^(INPUT_|ACTIONS_ID_TOKEN_REQUEST_|ACTIONS_RUNTIME_TOKEN$)/i;
    const kept = Object.entries(env).filter(([name, value]) => value !== undefined && !ours.test(name));
    return Object.fromEntries(kept);
}
/** The file that PATH means by a command, or undefined. */
async function findCommand(command, env) {
    const windows = process.platform === 'win32';
    const path = Object.entries(env).find(([name]) => (windows ? name.toUpperCase() === 'PATH' : name === 'PATH'))?.[1] ?? '';
    const extensions = windows && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(command) === '' ? ['.exe', '.cmd', '.bat'] : [''];
    for (const folder of path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((one) => one !== '')) {
        for (const extension of extensions) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, command + extension);
            if (await isRunnable(file))
                return file;
        }
    }
    return undefined;
}
async function isRunnable(file) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
/** On Windows npm, pnpm and yarn are batch files, which only cmd.exe can start (Node refuses since CVE-2024-27980). */
function commandLine(file, args, env) {
    if (!/\.(cmd|bat)$/i.test(file))
        return [file, [...args], false];
    const line = [file, ...args].map(quoteForCmd).join(' ');
    return [env.ComSpec ?? env.COMSPEC ?? 'cmd.exe', ['/d', '/s', '/c', `"${line}"`], true];
}
/** One argument of a batch file, as a text that cmd.exe cannot take for anything else; throws a UserError where there is none. */
function quoteForCmd(argument) {
    if (/["%!\r\n]/.test(argument)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${JSON.stringify(argument)} cannot be given to a command on Windows: it has a quote, %, ! or line break in it.`);
    }
    return `"${argument}"`;
}
/** What a client said in the end, short, without control characters and without credentials in URLs. */
function lastWords(output) {
    const said = (0,node_util__WEBPACK_IMPORTED_MODULE_3__.stripVTControlCharacters)(output)
        .replace(/\/\/[^/@\s]+@/g, '//***@')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/A complete log of this run/.test(line));
    const errors = said.filter((line) => /err/i.test(line));
    return (errors.length > 0 ? errors : said).slice(0, 6).join(' ').slice(0, 800) || 'it said nothing.';
}


/***/ }),

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ mapPooled),
/* harmony export */   b: () => (/* binding */ createPool)
/* harmony export */ });
/** Lets at most `most` pieces of work run at a time; the others wait in line, and each starts as soon as one ends. */
function createPool(most) {
    const waiting = [];
    let free = most;
    return async (work) => {
        if (free > 0)
            free--;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await work();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free++;
        }
    };
}
/**
 * What `work` makes of each item, in the items' order, at most `most` at a time. Rejects as `Promise.all` does, with the
 * first failure; after it no further item is begun.
 */
async function mapPooled(items, most, work) {
    const pool = createPool(most);
    let failed = false;
    const one = async (item, index) => {
        if (failed)
            return undefined;
        try {
            return await work(item, index);
        }
        catch (error) {
            failed = true;
            throw error;
        }
    };
    // Only what came after a failure is undefined, and that failure has already rejected the whole.
    return (await Promise.all(items.map((item, index) => pool(() => one(item, index)))));
}


/***/ })

};
