export const id = 229;
export const ids = [229];
export const modules = {

/***/ 40229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  getReleasePlan: () => (/* binding */ getReleasePlan)
});

// UNUSED EXPORTS: default

// EXTERNAL MODULE: ./node_modules/@changesets/assemble-release-plan/dist/index.mjs
var dist = __webpack_require__(35063);
// EXTERNAL MODULE: ./node_modules/@changesets/config/dist/index.mjs
var config_dist = __webpack_require__(28767);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@changesets/errors/dist/index.mjs
var errors_dist = __webpack_require__(45270);
// EXTERNAL MODULE: ./node_modules/@manypkg/get-packages/dist/manypkg-get-packages.js + 4 modules
var manypkg_get_packages = __webpack_require__(66710);
;// CONCATENATED MODULE: ./node_modules/@changesets/pre/dist/index.mjs




//#region src/index.ts
async function outputFile(filePath, content) {
	await promises_.mkdir(external_node_path_.dirname(filePath), { recursive: true });
	await promises_.writeFile(filePath, content, "utf8");
}
async function readPreState(rootDir) {
	const preStatePath = external_node_path_.resolve(rootDir, ".changeset", "pre.json");
	let preState;
	try {
		const contents = await promises_.readFile(preStatePath, "utf8");
		try {
			preState = JSON.parse(contents);
		} catch (err) {
			if (err instanceof SyntaxError) console.error("error parsing json:", contents);
			throw err;
		}
	} catch (err) {
		if (err.code !== "ENOENT") throw err;
	}
	preState = preState ? await migratePreState(rootDir, preState) : void 0;
	return preState;
}
async function exitPre(rootDir) {
	const preStatePath = path.resolve(rootDir, ".changeset", "pre.json");
	const preState = await readPreState(rootDir);
	if (preState == null) throw new PreExitButNotInPreModeError();
	await outputFile(preStatePath, JSON.stringify({
		...preState,
		mode: "exit"
	}, null, 2) + "\n");
}
async function enterPre(rootDir, tag) {
	const packages = await getPackages(rootDir);
	const preStatePath = path.resolve(packages.rootDir, ".changeset", "pre.json");
	if ((await readPreState(packages.rootDir))?.mode === "pre") throw new PreEnterButInPreModeError();
	await outputFile(preStatePath, JSON.stringify({
		mode: "pre",
		tag
	}, null, 2) + "\n");
}
async function migratePreState(rootDir, preState) {
	if (preState.initialVersions == null && preState.changesets == null) return preState;
	if (preState.initialVersions != null) delete preState.initialVersions;
	if (preState.changesets != null) {
		const preChangesetsDir = external_node_path_.resolve(rootDir, ".changeset", "pre");
		await promises_.mkdir(preChangesetsDir, { recursive: true });
		for (const changeset of preState.changesets) {
			const oldPath = external_node_path_.resolve(rootDir, ".changeset", `${changeset}.md`);
			const newPath = external_node_path_.resolve(preChangesetsDir, `${changeset}.md`);
			try {
				await promises_.rename(oldPath, newPath);
			} catch {}
		}
		delete preState.changesets;
	}
	await outputFile(external_node_path_.resolve(rootDir, ".changeset", "pre.json"), JSON.stringify(preState, null, 2) + "\n");
	return preState;
}
//#endregion


// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./node_modules/tinyexec/dist/main.mjs








//#region src/env.ts
const isPathLikePattern = /^path$/i;
const defaultEnvPathInfo = {
	key: "PATH",
	value: ""
};
function getPathFromEnv(env) {
	for (const key in env) {
		if (!Object.prototype.hasOwnProperty.call(env, key) || !isPathLikePattern.test(key)) continue;
		const value = env[key];
		if (!value) return defaultEnvPathInfo;
		return {
			key,
			value
		};
	}
	return defaultEnvPathInfo;
}
function addNodeBinToPath(cwd, path) {
	const parts = path.value.split(external_node_path_.delimiter);
	const nodeBinPaths = [];
	let currentPath = typeof cwd === "string" ? cwd : (0,external_node_url_.fileURLToPath)(cwd, { windows: false });
	let lastPath;
	do {
		nodeBinPaths.push((0,external_node_path_.resolve)(currentPath, "node_modules", ".bin"));
		lastPath = currentPath;
		currentPath = (0,external_node_path_.dirname)(currentPath);
	} while (currentPath !== lastPath);
	nodeBinPaths.push((0,external_node_path_.dirname)(process.execPath));
	const newPath = nodeBinPaths.concat(parts).join(external_node_path_.delimiter);
	return {
		key: path.key,
		value: newPath
	};
}
function computeEnv(cwd, env, nodePath = true) {
	const envWithDefault = {
		...process.env,
		...env
	};
	if (!nodePath) return envWithDefault;
	const envPathInfo = addNodeBinToPath(cwd, getPathFromEnv(envWithDefault));
	envWithDefault[envPathInfo.key] = envPathInfo.value;
	return envWithDefault;
}
//#endregion
//#region src/stream.ts
const combineStreams = (streams) => {
	let streamCount = streams.length;
	const combined = new external_node_stream_.PassThrough();
	const maybeEmitEnd = () => {
		if (--streamCount === 0) combined.end();
	};
	for (const stream of streams) (0,external_node_stream_promises_.pipeline)(stream, combined, { end: false }).then(maybeEmitEnd).catch(maybeEmitEnd);
	return combined;
};
//#endregion
//#region src/normalize.ts
const metaCharsRegExp = /([()\][%!^"`<>&|;, *?])/g;
const shebangRegExp = /^#!\s*(.+)/;
const isWindowsExecutableRegExp = /\.(?:com|exe)$/i;
const isNodeModulesCmdRegExp = /node_modules[\\/]\.bin[\\/][^\\/]+\.cmd$/i;
const isWindows = process.platform === "win32";
const defaultPathExt = [
	".EXE",
	".CMD",
	".BAT",
	".COM"
];
const noPathExt = [""];
/**
* Normalizes the command and arguments to work cross-platform.
* On Windows, this basically handles things like shebangs, calling
* `node_modules/.bin` commands, and escaping meta characters.
* On other platforms, it just returns the command and arguments as-is.
*/
function normalizeSpawnCommand(command, args = [], options = {}) {
	if (options.shell === true || !isWindows) return {
		command,
		args,
		options
	};
	let file = resolveCommand(command, options);
	let shebang = null;
	if (file !== null) {
		const size = 150;
		const buffer = Buffer.alloc(size);
		let fd = null;
		try {
			fd = (0,external_node_fs_.openSync)(file, "r");
			(0,external_node_fs_.readSync)(fd, buffer, 0, size, 0);
		} catch {} finally {
			if (fd !== null) (0,external_node_fs_.closeSync)(fd);
		}
		const match = buffer.toString().match(shebangRegExp);
		if (match !== null) {
			const line = match[1].trim();
			const separatorIndex = line.indexOf(" ");
			const path = separatorIndex !== -1 ? line.slice(0, separatorIndex) : line;
			const argument = separatorIndex !== -1 ? line.slice(separatorIndex + 1) : "";
			const binary = (0,external_node_path_.basename)(path);
			shebang = binary === "env" ? argument || null : binary;
		}
	}
	if (shebang !== null && file !== null) {
		args = [file, ...args];
		command = shebang;
		file = resolveCommand(command, options);
	}
	if (file === null || !isWindowsExecutableRegExp.test(file)) {
		const needsDoubleEscapeMetaChars = file !== null && isNodeModulesCmdRegExp.test(file);
		command = (0,external_node_path_.normalize)(command);
		command = command.replace(metaCharsRegExp, "^$1");
		args = args.map((arg) => {
			arg = arg.replace(/(?=(\\+?)?)\1"/g, "$1$1\\\"");
			arg = arg.replace(/(?=(\\+?)?)\1$/, "$1$1");
			arg = `"${arg}"`;
			arg = arg.replace(metaCharsRegExp, "^$1");
			if (needsDoubleEscapeMetaChars) arg = arg.replace(metaCharsRegExp, "^$1");
			return arg;
		});
		args = [
			"/d",
			"/s",
			"/c",
			`"${[command, ...args].join(" ")}"`
		];
		command = options.env?.comspec ?? "cmd.exe";
		options = {
			...options,
			windowsVerbatimArguments: true
		};
	}
	return {
		command,
		args,
		options
	};
}
/**
* Resolves the command to an absolute path if possible.
* Handles things like traversing PATH and adding extensions from PATHEXT
*/
function resolveCommand(command, options) {
	const cwd$3 = (options.cwd ?? (0,external_node_process_.cwd)()).toString();
	const env = options.env ?? process.env;
	const PATH = getPathFromEnv(env).value;
	const pathEnv = command.includes("/") || command.includes("\\") ? [""] : [cwd$3, ...PATH.split(external_node_path_.delimiter)];
	let pathExt = env.PATHEXT ? env.PATHEXT.split(external_node_path_.delimiter) : defaultPathExt;
	if (command.includes(".") && pathExt[0] !== "") pathExt = ["", ...pathExt];
	for (const extensions of [pathExt, noPathExt]) for (const path of pathEnv) {
		const unquoted = path.startsWith("\"") && path.endsWith("\"") && path.length > 1 ? path.slice(1, -1) : path;
		const dest = (0,external_node_path_.resolve)(cwd$3, unquoted, command);
		for (const ext of extensions) {
			const destWithExt = dest + ext;
			try {
				if ((0,external_node_fs_.statSync)(destWithExt).isFile()) return destWithExt;
			} catch {}
		}
	}
	return null;
}
//#endregion
//#region src/non-zero-exit-error.ts
var NonZeroExitError = class extends Error {
	result;
	output;
	exitCode;
	get signalCode() {
		return this.result.signalCode;
	}
	constructor(result, output, command, args) {
		let target = "The process";
		if (command) target = `The command \`${args?.length ? `${command} ${args.map((a) => /[ "'`()]/.test(a) ? JSON.stringify(a) : a).join(" ")}` : command}\``;
		const exitCode = result.exitCode ?? 1;
		super(result.signalCode !== null ? `${target} was killed by the signal ${result.signalCode}` : `${target} exited with a non-zero status (${exitCode})`);
		this.result = result;
		this.output = output;
		this.exitCode = exitCode;
		Object.defineProperty(this, "result", {
			enumerable: false,
			writable: false,
			configurable: false
		});
	}
};
//#endregion
//#region src/main.ts
const LINE_SEPARATOR_REGEX = /\r?\n/;
const defaultOptions = {
	timeout: void 0,
	persist: false
};
const defaultSyncOptions = { timeout: void 0 };
const defaultNodeOptions = { windowsHide: true };
function combineSignals(signals) {
	const controller = new AbortController();
	for (const signal of signals) {
		if (signal.aborted) {
			controller.abort();
			return signal;
		}
		const onAbort = () => {
			controller.abort(signal.reason);
		};
		signal.addEventListener("abort", onAbort, { signal: controller.signal });
	}
	return controller.signal;
}
async function readStream(stream) {
	let output = "";
	try {
		for await (const chunk of stream) output += chunk.toString();
	} catch {}
	return output;
}
var ExecProcess = class {
	_process;
	_aborted = false;
	_options;
	_command;
	_args;
	_resolveClose;
	_processClosed;
	_thrownError;
	get process() {
		return this._process;
	}
	get pid() {
		return this._process?.pid;
	}
	get exitCode() {
		if (this._process && this._process.exitCode !== null) return this._process.exitCode;
	}
	get signalCode() {
		return this._process?.signalCode ?? null;
	}
	constructor(command, args, options) {
		this._options = {
			...defaultOptions,
			...options
		};
		this._command = command;
		this._args = args ?? [];
		this._processClosed = new Promise((resolve) => {
			this._resolveClose = resolve;
		});
	}
	kill(signal) {
		return this._process?.kill(signal) === true;
	}
	get aborted() {
		return this._aborted;
	}
	get killed() {
		return this._process?.killed === true;
	}
	pipe(command, args, options) {
		return main_exec(command, args, {
			...options,
			stdin: this
		});
	}
	async *[Symbol.asyncIterator]() {
		const proc = this._process;
		if (!proc) return;
		const streams = [];
		if (this._streamErr) streams.push(this._streamErr);
		if (this._streamOut) streams.push(this._streamOut);
		const streamCombined = combineStreams(streams);
		const rl = external_node_readline_.createInterface({ input: streamCombined });
		for await (const chunk of rl) yield chunk.toString();
		await this._processClosed;
		proc.removeAllListeners();
		if (this._thrownError) throw this._thrownError;
		if (this._options?.throwOnError && (this.exitCode !== 0 && this.exitCode !== void 0 || this.signalCode !== null)) throw new NonZeroExitError(this, void 0, this._command, this._args);
	}
	async _waitForOutput() {
		const proc = this._process;
		if (!proc) throw new Error("No process was started");
		const [stdout, stderr] = await Promise.all([this._streamOut ? readStream(this._streamOut) : "", this._streamErr ? readStream(this._streamErr) : ""]);
		await this._processClosed;
		const { stdin } = this._options;
		if (stdin && typeof stdin !== "string") await stdin;
		proc.removeAllListeners();
		if (this._thrownError) throw this._thrownError;
		const result = {
			stderr,
			stdout,
			exitCode: this.exitCode
		};
		if (this._options.throwOnError && (this.exitCode !== 0 && this.exitCode !== void 0 || this.signalCode !== null)) throw new NonZeroExitError(this, result, this._command, this._args);
		return result;
	}
	then(onfulfilled, onrejected) {
		return this._waitForOutput().then(onfulfilled, onrejected);
	}
	_streamOut;
	_streamErr;
	spawn() {
		const options = this._options;
		const nodeOptions = {
			...defaultNodeOptions,
			...options.nodeOptions
		};
		const cwd$1 = nodeOptions?.cwd ?? (0,external_node_process_.cwd)();
		const signals = [];
		this._resetState();
		if (options.timeout !== void 0) signals.push(AbortSignal.timeout(options.timeout));
		if (options.signal !== void 0) signals.push(options.signal);
		if (options.persist === true) nodeOptions.detached = true;
		if (signals.length > 0) nodeOptions.signal = combineSignals(signals);
		nodeOptions.env = computeEnv(cwd$1, nodeOptions.env, options.nodePath);
		const crossResult = normalizeSpawnCommand(this._command, this._args, nodeOptions);
		const handle = (0,external_node_child_process_.spawn)(crossResult.command, crossResult.args, crossResult.options);
		if (handle.stderr) this._streamErr = handle.stderr;
		if (handle.stdout) this._streamOut = handle.stdout;
		this._process = handle;
		handle.once("error", this._onError);
		handle.once("close", this._onClose);
		if (handle.stdin) {
			const { stdin } = options;
			if (typeof stdin === "string") handle.stdin.end(stdin);
			else stdin?.process?.stdout?.pipe(handle.stdin);
		}
	}
	_resetState() {
		this._aborted = false;
		this._processClosed = new Promise((resolve) => {
			this._resolveClose = resolve;
		});
		this._thrownError = void 0;
	}
	_onError = (err) => {
		if (err.name === "AbortError" && (!(err.cause instanceof Error) || err.cause.name !== "TimeoutError")) {
			this._aborted = true;
			return;
		}
		this._thrownError = err;
	};
	_onClose = () => {
		if (this._resolveClose) this._resolveClose();
	};
};
function xSync(command, args, options) {
	const opts = {
		...defaultSyncOptions,
		...options
	};
	const nodeOptions = {
		...defaultNodeOptions,
		...opts.nodeOptions
	};
	const cwd$2 = nodeOptions?.cwd ?? cwd();
	if (opts.timeout !== void 0) nodeOptions.timeout = opts.timeout;
	nodeOptions.env = computeEnv(cwd$2, nodeOptions.env, opts.nodePath);
	const crossResult = normalizeSpawnCommand(command, args ?? [], nodeOptions);
	const spawnResult = spawnSync(crossResult.command, crossResult.args, crossResult.options);
	if (spawnResult.error) throw spawnResult.error;
	const stdout = spawnResult.stdout?.toString() ?? "";
	const stderr = spawnResult.stderr?.toString() ?? "";
	const exitCode = spawnResult.status ?? void 0;
	const signalCode = spawnResult.signal ?? null;
	const killed = signalCode !== null;
	const result = {
		stdout,
		stderr,
		get exitCode() {
			return exitCode;
		},
		get signalCode() {
			return signalCode;
		},
		get pid() {
			return spawnResult.pid;
		},
		get killed() {
			return killed;
		},
		*[Symbol.iterator]() {
			for (const text of [stdout, stderr]) {
				if (!text) continue;
				const lines = text.split(LINE_SEPARATOR_REGEX);
				if (lines[lines.length - 1] === "") lines.pop();
				yield* lines;
			}
		}
	};
	if (opts.throwOnError && (exitCode !== 0 && exitCode !== void 0 || signalCode !== null)) throw new NonZeroExitError(result, {
		stdout: result.stdout,
		stderr: result.stderr,
		exitCode: result.exitCode
	}, command, args);
	return result;
}
const x = (command, args, userOptions) => {
	const proc = new ExecProcess(command, args, userOptions);
	proc.spawn();
	return proc;
};
const main_exec = x;
const execSync = (/* unused pure expression or super */ null && (xSync));
//#endregion


;// CONCATENATED MODULE: ./node_modules/@changesets/git/dist/index.mjs






//#region src/index.ts
async function add(pathToFile, cwd) {
	const gitCmd = await exec("git", ["add", pathToFile], { nodeOptions: { cwd } });
	if (gitCmd.exitCode !== 0) console.log(pathToFile, gitCmd.stderr.toString());
	return gitCmd.exitCode === 0;
}
async function commit(message, cwd) {
	return (await exec("git", [
		"commit",
		"-m",
		message,
		"--allow-empty"
	], { nodeOptions: { cwd } })).exitCode === 0;
}
async function getAllTags(cwd) {
	const gitCmd = await exec("git", ["tag"], { nodeOptions: { cwd } });
	if (gitCmd.exitCode !== 0) throw new Error(gitCmd.stderr.toString());
	const tags = gitCmd.stdout.toString().trim().split("\n");
	return new Set(tags);
}
async function tag(tagStr, cwd) {
	return (await exec("git", [
		"tag",
		tagStr,
		"-m",
		tagStr
	], { nodeOptions: { cwd } })).exitCode === 0;
}
async function getDivergedCommit(cwd, ref) {
	const cmd = await main_exec("git", [
		"merge-base",
		ref,
		"HEAD"
	], { nodeOptions: { cwd } });
	if (cmd.exitCode !== 0) throw new Error(`Failed to find where HEAD diverged from "${ref}". Does "${ref}" exist and it's synced with remote?`);
	return cmd.stdout.toString().trim();
}
/**
* Get the SHAs for the commits that added files, including automatically
* extending a shallow clone if necessary to determine any commits.
* @param gitPaths - Paths to fetch
* @param options - `cwd` and `short`
*/
async function getCommitsThatAddFiles(gitPaths, { cwd, short = false }) {
	const map = /* @__PURE__ */ new Map();
	let remaining = gitPaths;
	do {
		const commitInfos = await Promise.all(remaining.map(async (gitPath) => {
			const [commitSha, parentSha] = (await exec("git", [
				"log",
				"--diff-filter=AC",
				"--follow",
				"--max-count=1",
				short ? "--pretty=format:%h:%p" : "--pretty=format:%H:%p",
				gitPath
			], { nodeOptions: { cwd } })).stdout.toString().split(":");
			return {
				path: gitPath,
				commitSha,
				parentSha
			};
		}));
		const commitsWithMissingParents = [];
		for (const info of commitInfos) if (info.commitSha) if (info.parentSha) map.set(info.path, info.commitSha);
		else commitsWithMissingParents.push(info);
		if (commitsWithMissingParents.length === 0) break;
		if (await isRepoShallow({ cwd })) {
			await deepenCloneBy({
				by: 50,
				cwd
			});
			remaining = commitsWithMissingParents.map((p) => p.path);
		} else {
			for (const unresolved of commitsWithMissingParents) map.set(unresolved.path, unresolved.commitSha);
			break;
		}
	} while (true);
	return gitPaths.map((p) => map.get(p));
}
async function isRepoShallow({ cwd }) {
	const isShallowRepoOutput = (await exec("git", ["rev-parse", "--is-shallow-repository"], { nodeOptions: { cwd } })).stdout.toString().trim();
	if (isShallowRepoOutput === "--is-shallow-repository") {
		const gitDir = (await exec("git", ["rev-parse", "--git-dir"], { nodeOptions: { cwd } })).stdout.toString().trim();
		const fullGitDir = path.resolve(cwd, gitDir);
		try {
			await fs.access(path.join(fullGitDir, "shallow"));
			return true;
		} catch {
			return false;
		}
	} else return isShallowRepoOutput === "true";
}
async function deepenCloneBy({ by, cwd }) {
	const cmd = await exec("git", ["fetch", `--deepen=${by}`], { nodeOptions: { cwd } });
	if (cmd.exitCode !== 0) throw new Error(cmd.stderr.toString());
}
async function getRepoRoot({ cwd }) {
	const { stdout, exitCode, stderr } = await exec("git", ["rev-parse", "--show-cdup"], { nodeOptions: { cwd } });
	if (exitCode !== 0) throw new Error(stderr.toString());
	return path.resolve(cwd, stdout.toString().trim().replace(/\n|\r/g, ""));
}
async function getChangedFilesSince({ cwd, ref, fullPath = false }) {
	const divergedAt = await getDivergedCommit(cwd, ref);
	const cmd = await exec("git", [
		"diff",
		"--name-only",
		"--no-relative",
		divergedAt
	], { nodeOptions: { cwd } });
	if (cmd.exitCode !== 0) throw new Error(`Failed to diff against ${divergedAt}. Is ${divergedAt} a valid ref?`);
	const files = cmd.stdout.toString().trim().split("\n").filter((a) => a);
	if (!fullPath) return files;
	const repoRoot = await getRepoRoot({ cwd });
	return files.map((file) => path.resolve(repoRoot, file));
}
async function getChangedChangesetFilesSinceRef({ cwd, ref }) {
	try {
		const cmd = await main_exec("git", [
			"diff",
			"--name-only",
			"--diff-filter=d",
			"--no-relative",
			await getDivergedCommit(cwd, ref)
		], { nodeOptions: { cwd } });
		const rootChangesetsRegex = /\.changeset\/[^/]+\.md$/;
		const preChangesetsRegex = /\.changeset\/pre\/[^/]+\.md$/;
		return cmd.stdout.toString().trim().split("\n").filter((file) => rootChangesetsRegex.test(file) || preChangesetsRegex.test(file));
	} catch (err) {
		if (err instanceof errors_dist/* GitError */.XS) return [];
		throw err;
	}
}
async function getChangedPackagesSinceRef({ cwd, ref, changedFilePatterns = ["**"] }) {
	const changedFiles = await getChangedFilesSince({
		ref,
		cwd,
		fullPath: true
	});
	return (await getPackages(cwd)).packages.toSorted((pkgA, pkgB) => pkgB.dir.length - pkgA.dir.length).filter((pkg) => {
		const changedPackageFiles = [];
		for (let i = changedFiles.length - 1; i >= 0; i--) {
			const file = changedFiles[i];
			if (!path.relative(pkg.dir, file).startsWith("..")) {
				changedFiles.splice(i, 1);
				const relativeFile = file.slice(pkg.dir.length + 1);
				changedPackageFiles.push(relativeFile);
			}
		}
		return changedPackageFiles.length > 0 && globMatchSome(changedPackageFiles, changedFilePatterns);
	});
}
async function tagExists(tagStr, cwd) {
	return !!(await exec("git", [
		"tag",
		"-l",
		tagStr
	], { nodeOptions: { cwd } })).stdout.toString().trim();
}
async function getCurrentCommitId({ cwd, short = false }) {
	return (await exec("git", [
		"rev-parse",
		short && "--short",
		"HEAD"
	].filter(Boolean), { nodeOptions: { cwd } })).stdout.toString().trim();
}
async function remoteTagExists(tagStr) {
	return !!(await exec("git", [
		"ls-remote",
		"--tags",
		"origin",
		"-l",
		tagStr
	])).stdout.toString().trim();
}
function globMatchSome(paths, patterns) {
	if (!patterns) return paths.length > 0;
	const matchers = patterns.map((p) => picomatch(p, void 0, true));
	return paths.some((path) => {
		if (path.includes("\\")) path = path.replace(/\\/g, "/");
		let passed = false;
		for (const matcher of matchers) if (!passed) {
			if (!matcher.state.negated && matcher(path)) passed = true;
		} else if (matcher.state.negated && !matcher(path)) passed = false;
		return passed;
	});
}
//#endregion


// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./node_modules/@changesets/parse/dist/index.mjs

//#region src/index.ts
const mdRegex = /\s*---([^]*?)\r?\n\s*---(\s*(?:\n|$)[^]*)/;
const EXAMPLE_FORMAT = `---\n"package-name": patch\n---`;
const validVersionTypes = [
	"major",
	"minor",
	"patch",
	"none"
];
function truncate(s, max = 200) {
	return s.length > max ? s.slice(0, max) + "..." : s;
}
function validateReleases(releases, contents) {
	for (const release of releases) {
		if (typeof release.name !== "string" || release.name.trim() === "") throw new Error(`could not parse changeset - invalid package name in frontmatter.\nExpected a non-empty string for package name, but got: ${JSON.stringify(release.name)}\nChangeset contents:\n${truncate(contents)}`);
		if (typeof release.type !== "string") throw new Error(`could not parse changeset - invalid release type for package "${release.name}".\nExpected a string for release type, but got: ${typeof release.type}\nChangeset contents:\n${truncate(contents)}`);
		if (!validVersionTypes.includes(release.type)) throw new Error(`could not parse changeset - invalid version type ${JSON.stringify(release.type)} for package "${release.name}".\nValid version types are: ${validVersionTypes.join(", ")}\nChangeset contents:\n${truncate(contents)}`);
	}
}
function parseChangesetFile(contents) {
	const trimmedContents = contents.trim();
	if (!trimmedContents) throw new Error(`could not parse changeset - file is empty.
Changesets must have frontmatter with package names and version types.
Example:\n${EXAMPLE_FORMAT}\n\nYour changeset summary here.`);
	const execResult = mdRegex.exec(contents);
	if (!execResult) throw new Error(`could not parse changeset - missing or invalid frontmatter.
Changesets must start with frontmatter delimited by "---".
Example:\n${EXAMPLE_FORMAT}\n\nYour changeset summary here.\nReceived content:\n${truncate(trimmedContents)}`);
	const [, roughReleases, roughSummary] = execResult;
	const summary = roughSummary.trim();
	let yamlStuff;
	try {
		yamlStuff = yaml_dist.parse(roughReleases);
	} catch (e) {
		throw new Error(`could not parse changeset - invalid YAML in frontmatter.
The frontmatter between the "---" delimiters must be valid YAML.
YAML error: ${e instanceof Error ? e.message : String(e)}\nFrontmatter content:\n${roughReleases}`, { cause: e });
	}
	let releases = [];
	if (yamlStuff) {
		if (typeof yamlStuff !== "object" || Array.isArray(yamlStuff)) throw new Error(`could not parse changeset - frontmatter must be an object mapping package names to version types.\nExpected format:\n${EXAMPLE_FORMAT}\nReceived:\n${roughReleases}`);
		releases = Object.entries(yamlStuff).map(([name, type]) => ({
			name,
			type
		}));
	}
	validateReleases(releases, contents);
	return {
		releases,
		summary
	};
}
/** @deprecated Use named export `parseChangesetFile` instead */
const parseChangesetFileDefault = (/* unused pure expression or super */ null && (parseChangesetFile));
//#endregion


;// CONCATENATED MODULE: ./node_modules/@changesets/read/dist/index.mjs




//#region src/index.ts
const ignoredMdFiles = [
	/^README\.md$/i,
	"AGENTS.md",
	"CLAUDE.md",
	"GEMINI.md"
];
async function filterChangesetsSinceRef(changesets, changesetBase, sinceRef) {
	const newHashes = (await getChangedChangesetFilesSinceRef({
		cwd: changesetBase,
		ref: sinceRef
	})).map((c) => c.replace(/^.*\.changeset\//, ""));
	return changesets.filter((dir) => newHashes.includes(dir));
}
async function readChangesets(rootDir, sinceRef) {
	const changesetBase = external_node_path_.join(rootDir, ".changeset");
	let changesets = [];
	try {
		changesets.push(...await promises_.readdir(changesetBase));
	} catch (err) {
		if (err.code === "ENOENT") throw new Error("There is no .changeset directory in this project", { cause: err });
		throw err;
	}
	try {
		changesets.push(...(await promises_.readdir(external_node_path_.join(changesetBase, "pre"))).map((file) => `pre/${file}`));
	} catch (err) {
		if (err.code !== "ENOENT") throw err;
	}
	if (sinceRef != null) changesets = await filterChangesetsSinceRef(changesets, changesetBase, sinceRef);
	changesets = changesets.filter((file) => {
		file = external_node_path_.basename(file);
		return !file.startsWith(".") && file.endsWith(".md") && !ignoredMdFiles.some((pattern) => typeof pattern === "string" ? pattern === file : pattern.test(file));
	});
	const changesetContents = changesets.map(async (file) => {
		return {
			...parseChangesetFile(await promises_.readFile(external_node_path_.join(changesetBase, file), "utf8")),
			id: file.replace(/\.md$/, "")
		};
	});
	return await Promise.all(changesetContents);
}
/** @deprecated Use named export `readChangesets` instead */
const readChangesetsDefault = (/* unused pure expression or super */ null && (readChangesets));
//#endregion


;// CONCATENATED MODULE: ./node_modules/@changesets/get-release-plan/dist/index.mjs





//#region src/index.ts
async function getReleasePlan(cwd, sinceRef, passedConfig) {
	const packages = await (0,manypkg_get_packages/* getPackages */.G9)(cwd);
	const configResult = await (0,config_dist.readConfig)(packages.rootDir, packages);
	if (configResult.config == null) throw new Error(`Invalid configuration:\n  ${configResult.errors.join("  \n")}`);
	const config = passedConfig ? {
		...configResult.config,
		...passedConfig
	} : configResult.config;
	const changesets = await readChangesets(packages.rootDir, sinceRef);
	const preState = await readPreState(packages.rootDir);
	return (0,dist.assembleReleasePlan)(changesets, packages, config, preState);
}
/** @deprecated Use named export `getReleasePlan` instead */
const getReleasePlanDefault = (/* unused pure expression or super */ null && (getReleasePlan));
//#endregion



/***/ })

};
