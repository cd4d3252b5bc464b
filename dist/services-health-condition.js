export const id = 4496;
export const ids = [4496];
export const modules = {

/***/ 4496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadConditions: () => (/* binding */ loadConditions)
/* harmony export */ });
/** A hostile body may make an innocent expression expensive (nested macros, regular expressions), so its CPU time is bounded. */
const MAX_EVALUATION_MS = 250;
const MAX_LENGTH = 10_000;
/** Loads the expression language; everything about the library that implements it is in this file. */
async function loadConditions() {
    const cel = await __webpack_require__.e(/* import() */ 7337).then(__webpack_require__.bind(__webpack_require__, 7337));
    const vm = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 714, 19));
    const environment = declareFacts(new cel.Environment({ limits: { maxAstNodes: 2_000, maxDepth: 50 } }));
    const script = new vm.Script('evaluate()');
    const duration = (ms) => cel.evaluate(`duration("${Math.max(0, ms).toFixed(3)}ms")`);
    const valuesOf = (facts) => ({
        ...facts,
        status: BigInt(facts.status),
        latency: duration(facts.latency),
        certificate: certificateValues(facts.certificate),
    });
    const program = (source) => {
        const run = environment.parse(source);
        return (facts) => {
            const evaluate = () => run(valuesOf(facts));
            return script.runInContext(vm.createContext({ evaluate }), { timeout: MAX_EVALUATION_MS });
        };
    };
    return {
        compile(source, kind = 'condition') {
            if (source.length > MAX_LENGTH)
                throw new Error(`it is longer than ${MAX_LENGTH} characters`);
            verify(environment.check(source), source, kind);
            const { ast } = environment.parse(source);
            // Written anew from the tree: the range of an operand in the source leaves out its parentheses.
            const parts = conjuncts(ast).map((node) => cel.serialize(node));
            const operands = parts.map((part) => ({ part, run: (facts) => program(part)(facts) }));
            const run = program(source);
            const whole = [{ part: source, run }];
            return {
                source,
                refersTo: references(ast),
                valueOf: run,
                // The source decides; its operands only explain.
                refuted: (facts) => {
                    const why = firstRefuted(whole, facts);
                    return why === undefined ? undefined : (firstRefuted(operands, facts) ?? why);
                },
            };
        },
    };
}
function declareFacts(environment) {
    return environment
        .registerVariable('status', 'int')
        .registerVariable('headers', 'map<string, string>')
        .registerVariable('body', 'dyn')
        .registerVariable('text', 'string')
        .registerVariable('latency', 'google.protobuf.Duration')
        .registerVariable('certificate', 'dyn')
        .registerVariable('captured', 'map<string, dyn>');
}
function verify({ valid, type, error }, source, kind) {
    if (!valid && error) {
        const what = error.name === 'ParseError' ? 'does not parse' : 'is not valid';
        throw new Error(`it ${what} at ${positionOf(source, error.range?.start ?? 0)}: ${error.summary}`);
    }
    if (kind === 'condition' && type !== 'bool' && type !== 'dyn') {
        throw new Error(`it gives a value of type ${type}, expected a condition that is true or false`);
    }
}
function firstRefuted(operands, facts) {
    for (const { part, run } of operands) {
        try {
            const value = run(facts);
            if (value === true)
                continue;
            return value === false ? `${part} is false` : `${part} gives ${describe(value)}, expected true or false`;
        }
        catch (error) {
            return `${part} cannot be computed: ${reasonOf(error)}`;
        }
    }
    return undefined;
}
function reasonOf(error) {
    const { code, summary, message } = error;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
        return `it took longer than ${MAX_EVALUATION_MS} ms`;
    return summary ?? message?.split('\n', 1)[0] ?? String(error);
}
function describe(value) {
    if (value === null || typeof value !== 'object')
        return JSON.stringify(String(value)).slice(0, 80);
    return Array.isArray(value) ? 'a list' : 'a map';
}
/** The operands of the outermost `&&`s, so that a refusal can name the one that is false. */
function conjuncts(node) {
    if (node.op !== '&&')
        return [node];
    return node.args.flatMap(conjuncts);
}
function references(root) {
    const found = new Set();
    const visit = (value) => {
        if (Array.isArray(value))
            for (const one of value)
                visit(one);
        if (value === null || typeof value !== 'object' || !('op' in value))
            return;
        const node = value;
        if (node.op === 'id')
            found.add(String(node.args));
        const field = fieldOf(node);
        if (field !== undefined)
            found.add(field);
        visit(node.args);
    };
    visit(root);
    return found;
}
/** `a.b` of a node that selects field b of variable a, also where it is written `a["b"]`. */
function fieldOf(node) {
    if (node.op !== '.' && node.op !== '[]')
        return undefined;
    const [owner, key] = node.args;
    const name = typeof key === 'string' ? key : key.op === 'value' ? key.args : undefined;
    return owner.op === 'id' && typeof name === 'string' ? `${String(owner.args)}.${name}` : undefined;
}
function positionOf(source, offset) {
    const before = source.slice(0, offset).split('\n');
    return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
function certificateValues(certificate) {
    if (!certificate)
        return null;
    const { subject, issuer, names, fingerprint, chain, notBefore, notAfter } = certificate;
    const not_before = new Date(notBefore);
    const not_after = new Date(notAfter);
    return { subject, issuer, names, fingerprint, chain, not_before, not_after };
}


/***/ })

};
