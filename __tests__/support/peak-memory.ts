/**
 * An expression for a script of Node: the most memory its process ever held, in kB. Linux gives a child the peak of who started it
 * as its own `maxRSS`, and a worker of Jest may hold more than any test allows; what its status says is of the process alone.
 */
export const PEAK_KB =
  "Number(process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(process.getBuiltinModule('fs').readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS)";
