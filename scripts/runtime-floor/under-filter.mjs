/** The words that trace a command into a file. @param {string} file */
export function tracer(file) {
  return ['strace', '-f', '--pidns-translation', '-e', 'signal=none', '-o', file];
}

/**
 * The calls that a runtime makes between loading the filter and the program's execve, that one included, by all of its threads.
 * @param {string} trace what strace wrote
 * @returns {Set<string>} empty when no filter was loaded
 */
export function callsUnderFilter(trace) {
  const parts = parse(trace);
  const processes = threadGroups(parts);
  const calls = new Set();
  let confined = null;
  for (const part of parts) {
    const { tid, name, ends, text } = part;
    if (confined === null) {
      if (loadsFilter(part)) confined = processes(tid);
    } else if (processes(tid) === confined) {
      calls.add(name);
      if (name === 'execve' && ends && / = 0$/.test(text)) return calls;
    }
  }
  return calls;
}

/**
 * A call, or one of the two parts of a call that others came between.
 * @typedef {object} Part
 * @property {string} tid
 * @property {string} name
 * @property {boolean} ends
 * @property {string} text from its beginning up to here
 */

/** @param {string} trace @returns {Part[]} */
function parse(trace) {
  const begun = new Map();
  return trace.split('\n').flatMap((line) => {
    const [, tid = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const [, resumed, name = resumed] = /^(?:<\.\.\. (\w+) resumed>|(\w+)\()/.exec(text) ?? [];
    if (name === undefined) return [];
    const whole = resumed === undefined ? text : `${begun.get(tid) ?? ''}${text}`;
    begun.set(tid, whole);
    return [{ tid, name, ends: !text.endsWith('<unfinished ...>'), text: whole }];
  });
}

/** Both ways to load one. libseccomp also calls without a filter, to learn what the kernel knows. @param {Part} part */
function loadsFilter({ ends, text }) {
  return ends && / = 0$/.test(text) && /^(seccomp\(SECCOMP_SET_MODE_FILTER|prctl\(PR_SET_SECCOMP)/.test(text);
}

/** Which process a thread belongs to. @param {Part[]} parts @returns {(tid: string) => string} */
function threadGroups(parts) {
  const leaders = new Map();
  for (const { tid, name, ends, text } of parts) {
    const [, own, translated] = / = (\d+)(?: \/\* (\d+) in strace's PID NS \*\/)?$/.exec(text) ?? [];
    if (['clone', 'clone3'].includes(name) && ends && own !== undefined && text.includes('CLONE_THREAD')) {
      leaders.set(translated ?? own, leaders.get(tid) ?? tid);
    }
  }
  return (tid) => leaders.get(tid) ?? tid;
}
