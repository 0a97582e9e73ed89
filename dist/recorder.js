import { createRequire as makeRequire } from 'node:module';
const require = makeRequire(import.meta.url);
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });

// src/recorder/serve.ts
import { createInterface } from "node:readline";

// src/adapters/node/container-seccomp.ts
import { closeSync, constants, fstatSync, openSync, readFileSync as readFileSync2 } from "node:fs";
import { join, posix } from "node:path";

// src/core/smoke/container-cgroup.ts
function isInContainer(cgroupFile, container) {
  if (!/^[0-9a-f]{64}$/.test(container)) return false;
  return cgroupFile.split("\n").flatMap((line) => line.split(":").slice(2).join(":").split("/")).some((part) => [container, `libpod-${container}`].includes(part) || isScopeOf(container, part));
}
__name(isInContainer, "isInContainer");
function isScopeOf(container, part) {
  return part.endsWith(`-${container}.scope`) && !part.startsWith("libpod-conmon-");
}
__name(isScopeOf, "isScopeOf");

// src/adapters/node/proc-text.ts
var STATE = 0;
var PARENT = 1;
var FLAGS = 6;
var THREADS = 17;
var PF_EXITING = 4;
function parseStat(text2) {
  const start = text2.indexOf("(");
  const end = text2.lastIndexOf(")");
  const fields = fieldsAfterName(text2);
  const parent = fields[PARENT] ?? "";
  if (start === -1 || end < start || !/^\d+$/.test(parent)) return null;
  const isDead = /[ZXx]/.test(fields[STATE] ?? "") && !(Number(fields[THREADS]) > 1);
  return isDead ? null : { name: text2.slice(start + 1, end), parent: Number(parent) };
}
__name(parseStat, "parseStat");
function isEnding(text2) {
  return (Number(fieldsAfterName(text2)[FLAGS]) & PF_EXITING) !== 0;
}
__name(isEnding, "isEnding");
function fieldsAfterName(text2) {
  return text2.slice(text2.lastIndexOf(")") + 2).split(" ");
}
__name(fieldsAfterName, "fieldsAfterName");

// src/adapters/node/read-or-nothing.ts
import { readFileSync, readlinkSync } from "node:fs";
function readOrNothing(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
__name(readOrNothing, "readOrNothing");
function linkOrNothing(path) {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
__name(linkOrNothing, "linkOrNothing");

// src/adapters/node/container-seccomp.ts
var LARGEST = 4 * 1024 * 1024;
function containerSeccomp(proc, container, initPid) {
  const isMember = /* @__PURE__ */ __name(() => isInContainer(readOrNothing(join(proc, String(initPid), "cgroup")), container), "isMember");
  if (!isMember()) return null;
  const keeper = parseStat(readOrNothing(join(proc, String(initPid), "stat")))?.parent ?? 0;
  const bundle = keeper === 0 ? null : bundleOf(join(proc, String(keeper)), container);
  const seccomp = bundle === null ? null : seccompIn(readSpecification(join(bundle, "config.json")), container);
  return isMember() ? seccomp : null;
}
__name(containerSeccomp, "containerSeccomp");
function bundleOf(keeper, container) {
  const words = readOrNothing(join(keeper, "cmdline")).split("\0");
  if (!posix.basename(words[0] ?? "").startsWith("conmon")) return join(keeper, "cwd");
  const bundle = words[words.indexOf("-b") + 1] ?? "";
  return words.includes("-b") && bundle.includes(`/${container}/`) ? join(keeper, "root", bundle) : null;
}
__name(bundleOf, "bundleOf");
function readSpecification(path) {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(file);
      return fstatSync(file).isFile() && size <= LARGEST ? readFileSync2(file, "utf8") : "";
    } finally {
      closeSync(file);
    }
  } catch {
    return "";
  }
}
__name(readSpecification, "readSpecification");
function seccompIn(text2, container) {
  const inexact = [];
  try {
    const specification = JSON.parse(text2, (_, value) => {
      if (typeof value === "number" && !Number.isSafeInteger(value)) inexact.push(value);
      return value;
    });
    const { linux } = Object(specification);
    const { seccomp, cgroupsPath } = Object(linux);
    const isIts = typeof cgroupsPath === "string" && cgroupsPath.includes(container);
    return isIts && inexact.length === 0 && typeof seccomp === "object" && seccomp !== null ? JSON.stringify(seccomp) : null;
  } catch {
    return null;
  }
}
__name(seccompIn, "seccompIn");

// src/adapters/node/container-surroundings.ts
import { join as join7 } from "node:path";

// src/adapters/node/cgroup-limits.ts
import { existsSync, readFileSync as readFileSync3 } from "node:fs";
import { join as join3 } from "node:path";

// src/adapters/thrown.ts
function codeOf(thrown) {
  const code = propertyOf(thrown, "code");
  return typeof code === "string" ? code : "";
}
__name(codeOf, "codeOf");
function propertyOf(thrown, name) {
  return typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, name) : void 0;
}
__name(propertyOf, "propertyOf");

// src/adapters/node/cgroup-folders.ts
import { dirname, join as join2 } from "node:path";
function cgroupFolders(cgroupFile, mounts, controller) {
  const memberships = parseCgroup(cgroupFile);
  const old = memberships.find(({ controllers }) => controllers.includes(controller));
  const membership = old ?? memberships.find(({ controllers }) => controllers.length === 0);
  if (membership === void 0) return null;
  const candidates = mounts.filter(
    ({ type, superOptions }) => old === void 0 ? type === "cgroup2" : type === "cgroup" && superOptions.includes(controller)
  );
  for (const mount2 of candidates.toSorted((a, b) => a.root.length - b.root.length)) {
    const below = pathBelow(mount2.root, membership.path);
    if (below !== null) return { version: old === void 0 ? 2 : 1, folders: upwards(mount2.point, below) };
  }
  return null;
}
__name(cgroupFolders, "cgroupFolders");
function parseCgroup(text2) {
  return text2.split("\n").flatMap((line) => {
    const [, number, controllers = "", path = ""] = /^(\d+):([^:]*):(\/.*)$/.exec(line) ?? [];
    if (number === void 0) return [];
    return [{ controllers: controllers === "" ? [] : controllers.split(","), path }];
  });
}
__name(parseCgroup, "parseCgroup");
function pathBelow(root, path) {
  if (path.split("/").includes("..")) return null;
  if (root === "/") return path;
  return path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : null;
}
__name(pathBelow, "pathBelow");
function upwards(top, below) {
  const folders = [];
  for (let rest = join2("/", below, "."); rest !== "/"; rest = dirname(rest)) folders.push(join2(top, rest));
  return [...folders, top];
}
__name(upwards, "upwards");

// src/adapters/node/mount-info.ts
function parseMountInfo(text2) {
  return text2.split("\n").flatMap((line) => parseLine(line) ?? []);
}
__name(parseMountInfo, "parseMountInfo");
function rootMount(mounts) {
  const found = mounts.findLast(({ point }) => point === "/");
  if (found === void 0) return null;
  return { device: found.device, mountReadOnly: found.readOnly, superReadOnly: found.superReadOnly };
}
__name(rootMount, "rootMount");
function parseLine(line) {
  const fields = line.split(" ");
  const [, , device, root, point, options] = fields;
  const end = fields.indexOf("-", 6);
  const [type, , superText] = end === -1 ? [] : fields.slice(end + 1);
  if (device === void 0 || !/^\d+:\d+$/.test(device)) return null;
  if (root === void 0 || point === void 0 || point === "" || options === void 0) return null;
  if (type === void 0 || superText === void 0) return null;
  const superOptions = superText.split(",");
  return {
    device,
    root: unescaped(root),
    point: unescaped(point),
    readOnly: isReadOnly(options.split(",")),
    type,
    superReadOnly: isReadOnly(superOptions),
    superOptions
  };
}
__name(parseLine, "parseLine");
function isReadOnly([first2]) {
  return first2 === "ro";
}
__name(isReadOnly, "isReadOnly");
function unescaped(field) {
  return field.replace(/\\([0-3][0-7]{2})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}
__name(unescaped, "unescaped");

// src/adapters/node/cgroup-limits.ts
var NO_LIMIT = 2 ** 62;
function readLimits(proc, pid) {
  const cgroupFile = readOrNothing(join3(proc, String(pid), "cgroup"));
  const mounts = parseMountInfo(readOrNothing(join3(proc, "self", "mountinfo")));
  const foldersOf = /* @__PURE__ */ __name((controller) => cgroupFolders(cgroupFile, mounts, controller), "foldersOf");
  const memory = foldersOf("memory");
  const memoryLimit = lowest(memory, ({ version }) => amountIn(version === 1 ? "memory.limit_in_bytes" : "memory.max"));
  const swapped = withSwap(memory, memoryLimit);
  const hasSwap = !/^SwapTotal:\s+0 kB$/m.test(readOrNothing(join3(proc, "meminfo")));
  return {
    pids: limitOf(lowest(foldersOf("pids"), () => amountIn("pids.max"))),
    memory: limitOf(memoryLimit),
    memoryAndSwap: limitOf(swapped === void 0 && !hasSwap ? memoryLimit : swapped),
    cpus: limitOf(lowest(foldersOf("cpu"), ({ version }) => version === 1 ? quotaOfVersion1 : quotaOfVersion2))
  };
}
__name(readLimits, "readLimits");
function withSwap(folders, memory) {
  if (folders?.version === 1) return lowest(folders, () => amountIn("memory.memsw.limit_in_bytes"));
  const swap = lowest(folders, () => amountIn("memory.swap.max"));
  if (swap === void 0 || swap === null || memory === null) return swap === void 0 ? void 0 : null;
  return swap + (memory ?? Infinity);
}
__name(withSwap, "withSwap");
function lowest(found, reader) {
  const [own] = found?.folders ?? [];
  if (found === null || own === void 0 || !existsSync(own)) return null;
  const levels = found.folders.map(reader(found)).filter((level) => level !== void 0);
  if (levels.includes(null)) return null;
  return levels.length === 0 ? void 0 : Math.min(...levels.map((level) => level ?? Infinity));
}
__name(lowest, "lowest");
function limitOf(level) {
  if (level === null) return null;
  return level === void 0 || level === Infinity ? "unlimited" : level;
}
__name(limitOf, "limitOf");
function amountIn(file) {
  return (folder) => {
    const text2 = textIn(folder, file);
    return typeof text2 === "string" ? parseAmount(text2) : text2;
  };
}
__name(amountIn, "amountIn");
function quotaOfVersion1(folder) {
  return share(amountIn("cpu.cfs_quota_us")(folder), amountIn("cpu.cfs_period_us")(folder));
}
__name(quotaOfVersion1, "quotaOfVersion1");
function quotaOfVersion2(folder) {
  const text2 = textIn(folder, "cpu.max");
  if (typeof text2 !== "string") return text2;
  const [quota = "", period = ""] = text2.trim().split(" ");
  return share(parseAmount(quota), parseAmount(period));
}
__name(quotaOfVersion2, "quotaOfVersion2");
function share(quota, period) {
  if (quota === void 0 || quota === null || quota === Infinity) return quota;
  return period === void 0 || period === null || period === 0 ? null : quota / period;
}
__name(share, "share");
function parseAmount(text2) {
  const word = text2.trim();
  if (word === "max" || word === "-1") return Infinity;
  if (!/^\d+$/.test(word)) return null;
  return Number(word) >= NO_LIMIT ? Infinity : Number(word);
}
__name(parseAmount, "parseAmount");
function textIn(folder, file) {
  try {
    return readFileSync3(join3(folder, file), "utf8");
  } catch (error) {
    return codeOf(error) === "ENOENT" ? void 0 : null;
  }
}
__name(textIn, "textIn");

// src/adapters/node/id-map.ts
var EVERY_ID = 4294967295;
function parseIdMap(text2) {
  const lines = text2.split("\n").filter((line) => line.trim() !== "");
  const ranges = lines.map((line) => /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line)?.slice(1).map(Number));
  if (ranges.length === 0 || ranges.includes(void 0)) return null;
  const zero = ranges.find((range) => range?.[0] === 0)?.[1] ?? null;
  const [inside, outside, count2] = ranges[0] ?? [];
  return { identity: ranges.length === 1 && inside === 0 && outside === 0 && count2 === EVERY_ID, zero };
}
__name(parseIdMap, "parseIdMap");

// src/adapters/node/namespaces.ts
import { join as join4 } from "node:path";

// src/core/smoke/surroundings.ts
var NAMESPACE_KINDS = ["cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"];

// src/adapters/node/namespaces.ts
function readNamespaces(folder, host) {
  const found = NAMESPACE_KINDS.flatMap((kind) => {
    const link = linkOrNothing(join4(folder, "ns", kind));
    const id = parseNamespace(link, kind);
    if (id === null) return [];
    if (host.machine.has(link)) return [{ kind, id, host: true }];
    return [host.engine.has(link) ? { kind, id, host: true, engine: true } : { kind, id, host: false }];
  });
  return found.length === 0 ? null : found;
}
__name(readNamespaces, "readNamespaces");
function parseNamespace(link, kind) {
  const [, name, id] = /^([a-z]+):\[(\d{1,15})\]$/.exec(link) ?? [];
  return name === kind ? Number(id) : null;
}
__name(parseNamespace, "parseNamespace");
function hostNamespaces(proc, initPid) {
  const parent = parseStat(readOrNothing(join4(proc, String(initPid), "stat")))?.parent ?? 0;
  return {
    machine: linksOf(proc, ["1", "self"]),
    engine: linksOf(proc, parent === 0 ? [] : [String(parent)])
  };
}
__name(hostNamespaces, "hostNamespaces");
function linksOf(proc, folders) {
  const links = folders.flatMap(
    (folder) => NAMESPACE_KINDS.map((kind) => linkOrNothing(join4(proc, folder, "ns", kind)))
  );
  return new Set(links.filter((link) => link !== ""));
}
__name(linksOf, "linksOf");

// src/adapters/node/process-family.ts
import { existsSync as existsSync2, readdirSync } from "node:fs";
import { join as join5 } from "node:path";
function processFamily(proc, initPid) {
  const init = statOf(proc, initPid);
  if (init === null) return [];
  const members = /* @__PURE__ */ new Map([[initPid, init.name]]);
  const childrenOf = tellsChildren(proc, initPid) ? (pid) => listedChildren(proc, pid) : childrenIn(proc);
  for (const [pid, lineage] of members) {
    for (const { pid: child, name } of childrenOf(pid))
      if (!members.has(child)) members.set(child, `${lineage} > ${name}`);
  }
  return [...members].map(([pid, lineage]) => ({ pid, lineage }));
}
__name(processFamily, "processFamily");
function tellsChildren(proc, pid) {
  return existsSync2(join5(proc, String(pid), "task", String(pid), "children"));
}
__name(tellsChildren, "tellsChildren");
function listedChildren(proc, pid) {
  const folder = join5(proc, String(pid), "task");
  const pids = namesIn(folder).flatMap((tid) => readOrNothing(join5(folder, tid, "children")).match(/\d+/g) ?? []);
  return pids.flatMap((child) => {
    const stat = statOf(proc, Number(child));
    return stat === null ? [] : [{ pid: Number(child), name: stat.name }];
  });
}
__name(listedChildren, "listedChildren");
function childrenIn(proc) {
  const stats = [...readStats(proc)];
  return (pid) => stats.filter(([, { parent }]) => parent === pid).map(([child, { name }]) => ({ pid: child, name }));
}
__name(childrenIn, "childrenIn");
function statOf(proc, pid) {
  return parseStat(readOrNothing(join5(proc, String(pid), "stat")));
}
__name(statOf, "statOf");
function readStats(proc) {
  const stats = /* @__PURE__ */ new Map();
  const read = /* @__PURE__ */ __name((pid) => {
    const stat = statOf(proc, pid);
    if (stat === null) stats.delete(pid);
    else stats.set(pid, stat);
  }, "read");
  for (const name of namesIn(proc)) if (/^\d+$/.test(name)) read(Number(name));
  for (const [pid, { parent }] of [...stats]) if (!stats.has(parent)) read(pid);
  return stats;
}
__name(readStats, "readStats");
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
__name(namesIn, "namesIn");

// src/adapters/node/security-label.ts
import { join as join6 } from "node:path";

// src/core/smoke/security-label.ts
var LONGEST = 512;
var APPARMOR = /^(\S.*) \((enforce|complain|kill|prompt|user|unconfined|mixed)\)$/;
var SELINUX = /^[\w.-]+:[\w.-]+:[\w.-]+(:[\w.,:-]+)?$/;
function parseSecurityLabel(text2) {
  const line = text2.replace(/[\0\n]+$/, "");
  if (line.length > LONGEST || /[^ -~]/.test(line)) return null;
  if (line === "unconfined") return { module: "apparmor", profile: line, mode: "" };
  const [, profile, mode] = APPARMOR.exec(line) ?? [];
  if (profile !== void 0 && mode !== void 0) return { module: "apparmor", profile, mode };
  return SELINUX.test(line) ? { module: "selinux", context: line } : null;
}
__name(parseSecurityLabel, "parseSecurityLabel");

// src/adapters/node/security-label.ts
function readSecurityLabel(folder) {
  const own = parseSecurityLabel(readOrNothing(join6(folder, "attr/apparmor/current")));
  return own ?? parseSecurityLabel(readOrNothing(join6(folder, "attr/current")));
}
__name(readSecurityLabel, "readSecurityLabel");

// src/adapters/node/container-surroundings.ts
function containerSurroundings(proc, container, initPid) {
  const isMember = /* @__PURE__ */ __name((pid) => isInContainer(readOrNothing(join7(proc, String(pid), "cgroup")), container), "isMember");
  if (!isMember(initPid)) return null;
  const reader = new SurroundingsReader(proc, hostNamespaces(proc, initPid));
  const family = processFamily(proc, initPid);
  const pids = new Set(family.map(({ pid }) => pid));
  const processes = family.flatMap((member) => {
    if (!isMember(member.pid)) return isElsewhere(join7(proc, String(member.pid)), pids) ? [outsider(member)] : [];
    const facts = reader.read(member);
    return isMember(member.pid) ? [facts] : [];
  });
  const limits = readLimits(proc, initPid);
  return isMember(initPid) && processes.length > 0 ? { processes, limits } : null;
}
__name(containerSurroundings, "containerSurroundings");
function isElsewhere(folder, family) {
  const text2 = readOrNothing(join7(folder, "stat"));
  const stat = parseStat(text2);
  return stat !== null && !isEnding(text2) && family.has(stat.parent);
}
__name(isElsewhere, "isElsewhere");
function outsider(member) {
  return { ...member, inCgroup: false, namespaces: null, uidMap: null, gidMap: null, root: null };
}
__name(outsider, "outsider");
var SurroundingsReader = class {
  static {
    __name(this, "SurroundingsReader");
  }
  #proc;
  #host;
  #roots = /* @__PURE__ */ new Map();
  #idMaps = /* @__PURE__ */ new Map();
  constructor(proc, host) {
    this.#proc = proc;
    this.#host = host;
  }
  read({ pid, lineage }) {
    const namespaces = readNamespaces(this.#folder(pid), this.#host);
    const { uidMap, gidMap } = this.#idMapsOf(pid, idOf(namespaces, "user"));
    return {
      pid,
      lineage,
      inCgroup: true,
      namespaces,
      uidMap,
      gidMap,
      root: this.#rootOf(pid, idOf(namespaces, "mnt")),
      label: readSecurityLabel(this.#folder(pid))
    };
  }
  #rootOf(pid, namespace) {
    const known = this.#roots.get(namespace ?? -1);
    if (known !== void 0) return known;
    const root = rootMount(parseMountInfo(readOrNothing(join7(this.#folder(pid), "mountinfo"))));
    if (root !== null && namespace !== null) this.#roots.set(namespace, root);
    return root;
  }
  #idMapsOf(pid, namespace) {
    const known = this.#idMaps.get(namespace ?? -1);
    if (known !== void 0) return known;
    const map = /* @__PURE__ */ __name((file) => parseIdMap(readOrNothing(join7(this.#folder(pid), file))), "map");
    const maps = { uidMap: map("uid_map"), gidMap: map("gid_map") };
    if (namespace !== null) this.#idMaps.set(namespace, maps);
    return maps;
  }
  #folder(pid) {
    return join7(this.#proc, String(pid));
  }
};
function idOf(namespaces, wanted) {
  return namespaces?.find(({ kind }) => kind === wanted)?.id ?? null;
}
__name(idOf, "idOf");

// src/adapters/tracefs/call-events.ts
import { existsSync as existsSync3, readdirSync as readdirSync2, readFileSync as readFileSync4 } from "node:fs";
import { join as join8 } from "node:path";

// src/core/seccomp/syscalls.generated.ts
var SYSCALL_TABLE = {
  _llseek: [null, null, 140, null, 140, "m68k mips parisc ppc ppc64 s390 sh", "2.5"],
  _newselect: [null, null, 142, null, 142, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 sh", "2.5"],
  _sysctl: [156, null, 149, null, 149, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  accept: [43, 43, null, 202, 285, "loongarch64 mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 sh", "2.5"],
  accept4: [288, 288, 364, 242, 366, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  access: [21, 21, 33, null, 33, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  acct: [163, 163, 51, 89, 51, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  add_key: [248, 248, 286, 217, 309, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  adjtimex: [159, 159, 124, 171, 124, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  afs_syscall: [183, 183, 137, null, null, "mips mips64 mips64n32 ppc ppc64 s390 s390x", "2.5"],
  alarm: [37, 37, 27, null, null, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  arch_prctl: [158, 158, 384, null, null, "", "2.5"],
  arm_fadvise64_64: [null, null, null, null, 270, "", "2.5"],
  arm_sync_file_range: [null, null, null, null, 341, "", "2.5"],
  atomic_barrier: [null, null, null, null, null, "m68k", "2.6"],
  atomic_cmpxchg_32: [null, null, null, null, null, "m68k", "2.6"],
  bdflush: [null, null, 134, null, 134, "m68k mips parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  bind: [49, 49, 361, 200, 282, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  bpf: [321, 321, 357, 280, 386, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  break: [null, null, 17, null, null, "mips ppc ppc64", "2.5"],
  breakpoint: [null, null, null, null, 983041, "", "2.5"],
  brk: [12, 12, 45, 214, 45, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  cachectl: [null, null, null, null, null, "mips mips64 mips64n32", "2.5"],
  cacheflush: [null, null, null, null, 983042, "m68k mips mips64 mips64n32 parisc parisc64 sh", "2.5"],
  cachestat: [451, 451, 451, 451, 451, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  capget: [125, 125, 184, 90, 184, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  capset: [126, 126, 185, 91, 185, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  chdir: [80, 80, 12, 49, 12, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  chmod: [90, 90, 15, null, 15, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  chown: [92, 92, 182, null, 182, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  chown32: [null, null, 212, null, 212, "m68k s390 sh", "2.5"],
  chroot: [161, 161, 61, 51, 61, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clock_adjtime: [305, 305, 343, 266, 372, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clock_adjtime64: [null, null, 405, null, 405, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  clock_getres: [229, 229, 266, 114, 264, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clock_getres_time64: [null, null, 406, null, 406, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  clock_gettime: [228, 228, 265, 113, 263, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clock_gettime64: [null, null, 403, null, 403, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  clock_nanosleep: [230, 230, 267, 115, 265, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clock_nanosleep_time64: [null, null, 407, null, 407, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  clock_settime: [227, 227, 264, 112, 262, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clock_settime64: [null, null, 404, null, 404, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  clone: [56, 56, 120, 220, 120, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  clone3: [435, 435, 435, 435, 435, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x", "2.5"],
  close: [3, 3, 6, 57, 6, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  close_range: [436, 436, 436, 436, 436, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  connect: [42, 42, 362, 203, 283, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  copy_file_range: [326, 326, 377, 285, 391, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  creat: [85, 85, 8, null, 8, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  create_module: [174, null, 127, null, null, "m68k mips mips64 mips64n32 ppc ppc64 s390 s390x", "2.5"],
  delete_module: [176, 176, 129, 106, 129, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  dup: [32, 32, 41, 23, 41, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  dup2: [33, 33, 63, null, 63, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  dup3: [292, 292, 330, 24, 358, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  epoll_create: [213, 213, 254, null, 250, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  epoll_create1: [291, 291, 329, 20, 357, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  epoll_ctl: [233, 233, 255, 21, 251, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  epoll_ctl_old: [214, null, null, null, null, "", "2.5"],
  epoll_pwait: [281, 281, 319, 22, 346, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  epoll_pwait2: [441, 441, 441, 441, 441, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  epoll_wait: [232, 232, 256, null, 252, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  epoll_wait_old: [215, null, null, null, null, "", "2.5"],
  eventfd: [284, 284, 323, null, 351, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  eventfd2: [290, 290, 328, 19, 356, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  execve: [59, 520, 11, 221, 11, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  execveat: [322, 545, 358, 281, 387, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  exit: [60, 60, 1, 93, 1, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  exit_group: [231, 231, 252, 94, 248, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  faccessat: [269, 269, 307, 48, 334, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  faccessat2: [439, 439, 439, 439, 439, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fadvise64: [221, 221, 250, 223, null, "loongarch64 m68k mips mips64 mips64n32 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fadvise64_64: [null, null, 272, null, null, "m68k parisc parisc64 ppc s390 sh", "2.5"],
  fallocate: [285, 285, 324, 47, 352, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fanotify_init: [300, 300, 338, 262, 367, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fanotify_mark: [301, 301, 339, 263, 368, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fchdir: [81, 81, 133, 50, 133, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fchmod: [91, 91, 94, 52, 94, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fchmodat: [268, 268, 306, 53, 333, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fchmodat2: [452, 452, 452, 452, 452, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fchown: [93, 93, 95, 55, 95, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fchown32: [null, null, 207, null, 207, "m68k s390 sh", "2.5"],
  fchownat: [260, 260, 298, 54, 325, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fcntl: [72, 72, 55, 25, 55, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fcntl64: [null, null, 221, null, 221, "m68k mips mips64n32 parisc parisc64 ppc s390 sh", "2.5"],
  fdatasync: [75, 75, 148, 83, 148, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fgetxattr: [193, 193, 231, 10, 231, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  file_getattr: [468, 468, 468, 468, 468, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6.1"],
  file_setattr: [469, 469, 469, 469, 469, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6.1"],
  finit_module: [313, 313, 350, 273, 379, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  flistxattr: [196, 196, 234, 13, 234, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  flock: [73, 73, 143, 32, 143, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fork: [57, 57, 2, null, 2, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  fremovexattr: [199, 199, 237, 16, 237, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fsconfig: [431, 431, 431, 431, 431, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fsetxattr: [190, 190, 228, 7, 228, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fsmount: [432, 432, 432, 432, 432, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fsopen: [430, 430, 430, 430, 430, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fspick: [433, 433, 433, 433, 433, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fstat: [5, 5, 108, 80, 108, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fstat64: [null, null, 197, null, 197, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  fstatat64: [null, null, 300, null, 327, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  fstatfs: [138, 138, 100, 44, 100, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  fstatfs64: [null, null, 269, null, 267, "m68k mips mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  fsync: [74, 74, 118, 82, 118, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ftime: [null, null, 35, null, null, "mips ppc ppc64", "2.5"],
  ftruncate: [77, 77, 93, 46, 93, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ftruncate64: [null, null, 194, null, 194, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  futex: [202, 202, 240, 98, 240, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  futex_requeue: [456, 456, 456, 456, 456, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  futex_time64: [null, null, 422, null, 422, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  futex_wait: [455, 455, 455, 455, 455, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  futex_waitv: [449, 449, 449, 449, 449, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  futex_wake: [454, 454, 454, 454, 454, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  futimesat: [261, 261, 299, null, 326, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  get_kernel_syms: [177, null, 130, null, null, "m68k mips mips64 mips64n32 ppc ppc64 s390 s390x", "2.5"],
  get_mempolicy: [239, 239, 275, 236, 320, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  get_robust_list: [274, 531, 312, 100, 339, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  get_thread_area: [211, null, 244, null, null, "m68k", "2.5"],
  get_tls: [null, null, null, null, 983046, "", "2.5"],
  getcpu: [309, 309, 318, 168, 345, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getcwd: [79, 79, 183, 17, 183, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getdents: [78, 78, 141, null, 141, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  getdents64: [217, 217, 220, 61, 217, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getegid: [108, 108, 50, 177, 50, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getegid32: [null, null, 202, null, 202, "m68k s390 sh", "2.5"],
  geteuid: [107, 107, 49, 175, 49, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  geteuid32: [null, null, 201, null, 201, "m68k s390 sh", "2.5"],
  getgid: [104, 104, 47, 176, 47, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getgid32: [null, null, 200, null, 200, "m68k s390 sh", "2.5"],
  getgroups: [115, 115, 80, 158, 80, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getgroups32: [null, null, 205, null, 205, "m68k s390 sh", "2.5"],
  getitimer: [36, 36, 105, 102, 105, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getpagesize: [null, null, null, null, null, "m68k", "2.6"],
  getpeername: [52, 52, 368, 205, 287, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getpgid: [121, 121, 132, 155, 132, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getpgrp: [111, 111, 65, null, 65, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  getpid: [39, 39, 20, 172, 20, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getpmsg: [181, 181, 188, null, null, "m68k mips mips64 mips64n32 ppc ppc64 s390 s390x", "2.5"],
  getppid: [110, 110, 64, 173, 64, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getpriority: [140, 140, 96, 141, 96, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getrandom: [318, 318, 355, 278, 384, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getresgid: [120, 120, 171, 150, 171, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getresgid32: [null, null, 211, null, 211, "m68k s390 sh", "2.5"],
  getresuid: [118, 118, 165, 148, 165, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getresuid32: [null, null, 209, null, 209, "m68k s390 sh", "2.5"],
  getrlimit: [97, 97, 76, 163, null, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getrusage: [98, 98, 77, 165, 77, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getsid: [124, 124, 147, 156, 147, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getsockname: [51, 51, 367, 204, 286, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getsockopt: [55, 542, 365, 209, 295, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  gettid: [186, 186, 224, 178, 224, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  gettimeofday: [96, 96, 78, 169, 78, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getuid: [102, 102, 24, 174, 24, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getuid32: [null, null, 199, null, 199, "m68k s390 sh", "2.5"],
  getxattr: [191, 191, 229, 8, 229, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  getxattrat: [464, 464, 464, 464, 464, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6"],
  gtty: [null, null, 32, null, null, "mips ppc ppc64", "2.5"],
  idle: [null, null, 112, null, null, "mips ppc ppc64 s390 s390x", "2.5"],
  init_module: [175, 175, 128, 105, 128, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  inotify_add_watch: [254, 254, 292, 27, 317, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  inotify_init: [253, 253, 291, null, 316, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  inotify_init1: [294, 294, 332, 26, 360, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  inotify_rm_watch: [255, 255, 293, 28, 318, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_cancel: [210, 210, 249, 3, 247, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_destroy: [207, 207, 246, 1, 244, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_getevents: [208, 208, 247, 4, 245, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_pgetevents: [333, 333, 385, 292, 399, "loongarch64 mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x", "2.5"],
  io_pgetevents_time64: [null, null, 416, null, 416, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  io_setup: [206, 543, 245, 0, 243, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_submit: [209, 544, 248, 2, 246, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_uring_enter: [426, 426, 426, 426, 426, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_uring_register: [427, 427, 427, 427, 427, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  io_uring_setup: [425, 425, 425, 425, 425, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ioctl: [16, 514, 54, 29, 54, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ioperm: [173, 173, 101, null, null, "mips ppc ppc64 s390", "2.5"],
  iopl: [172, 172, 110, null, null, "mips ppc ppc64", "2.5"],
  ioprio_get: [252, 252, 290, 31, 315, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ioprio_set: [251, 251, 289, 30, 314, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ipc: [null, null, 117, null, null, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  kcmp: [312, 312, 349, 272, 378, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  kexec_file_load: [320, 320, null, 294, 401, "loongarch64 parisc parisc64 ppc ppc64 riscv64 s390 s390x", "2.5"],
  kexec_load: [246, 528, 283, 104, 347, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  keyctl: [250, 250, 288, 219, 311, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  kill: [62, 62, 37, 129, 37, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  landlock_add_rule: [445, 445, 445, 445, 445, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  landlock_create_ruleset: [444, 444, 444, 444, 444, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  landlock_restrict_self: [446, 446, 446, 446, 446, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  lchown: [94, 94, 16, null, 16, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  lchown32: [null, null, 198, null, 198, "m68k s390 sh", "2.5"],
  lgetxattr: [192, 192, 230, 9, 230, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  link: [86, 86, 9, null, 9, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  linkat: [265, 265, 303, 37, 330, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  listen: [50, 50, 363, 201, 284, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  listmount: [458, 458, 458, 458, 458, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.6"],
  listns: [470, 470, 470, 470, 470, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6.1"],
  listxattr: [194, 194, 232, 11, 232, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  listxattrat: [465, 465, 465, 465, 465, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6"],
  llistxattr: [195, 195, 233, 12, 233, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  lock: [null, null, 53, null, null, "mips ppc ppc64", "2.5"],
  lookup_dcookie: [212, 212, 253, 18, 249, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  lremovexattr: [198, 198, 236, 15, 236, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  lseek: [8, 8, 19, 62, 19, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  lsetxattr: [189, 189, 227, 6, 227, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  lsm_get_self_attr: [459, 459, 459, 459, 459, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.6"],
  lsm_list_modules: [461, 461, 461, 461, 461, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.6"],
  lsm_set_self_attr: [460, 460, 460, 460, 460, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.6"],
  lstat: [6, 6, 107, null, 107, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  lstat64: [null, null, 196, null, 196, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  madvise: [28, 28, 219, 233, 220, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  map_shadow_stack: [453, 453, 453, 453, 453, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mbind: [237, 237, 274, 235, 319, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  membarrier: [324, 324, 375, 283, 389, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  memfd_create: [319, 319, 356, 279, 385, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  memfd_secret: [447, 447, 447, 447, null, "loongarch64 riscv64 s390 s390x", "2.5"],
  migrate_pages: [256, 256, 294, 238, 400, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mincore: [27, 27, 218, 232, 219, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mkdir: [83, 83, 39, null, 39, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  mkdirat: [258, 258, 296, 34, 323, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mknod: [133, 133, 14, null, 14, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  mknodat: [259, 259, 297, 33, 324, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mlock: [149, 149, 150, 228, 150, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mlock2: [325, 325, 376, 284, 390, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mlockall: [151, 151, 152, 230, 152, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mmap: [9, 9, 90, 222, null, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mmap2: [null, null, 192, null, 192, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  modify_ldt: [154, 154, 123, null, null, "mips ppc ppc64", "2.5"],
  mount: [165, 165, 21, 40, 21, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mount_setattr: [442, 442, 442, 442, 442, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  move_mount: [429, 429, 429, 429, 429, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  move_pages: [279, 533, 317, 239, 344, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mprotect: [10, 10, 125, 226, 125, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mpx: [null, null, 56, null, null, "mips ppc ppc64", "2.5"],
  mq_getsetattr: [245, 245, 282, 185, 279, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mq_notify: [244, 527, 281, 184, 278, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mq_open: [240, 240, 277, 180, 274, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mq_timedreceive: [243, 243, 280, 183, 277, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mq_timedreceive_time64: [null, null, 419, null, 419, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  mq_timedsend: [242, 242, 279, 182, 276, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mq_timedsend_time64: [null, null, 418, null, 418, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  mq_unlink: [241, 241, 278, 181, 275, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mremap: [25, 25, 163, 216, 163, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  mseal: [462, 462, 462, 462, 462, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.6"],
  msgctl: [71, 71, 402, 187, 304, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  msgget: [68, 68, 399, 186, 303, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  msgrcv: [70, 70, 401, 188, 302, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  msgsnd: [69, 69, 400, 189, 301, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  msync: [26, 26, 144, 227, 144, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  multiplexer: [null, null, null, null, null, "ppc ppc64", "2.5"],
  munlock: [150, 150, 151, 229, 151, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  munlockall: [152, 152, 153, 231, 153, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  munmap: [11, 11, 91, 215, 91, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  name_to_handle_at: [303, 303, 341, 264, 370, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  nanosleep: [35, 35, 162, 101, 162, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  newfstatat: [262, 262, null, 79, null, "loongarch64 mips64 mips64n32 ppc64 riscv64 s390x", "2.5"],
  nfsservctl: [180, null, 169, 42, 169, "loongarch64 m68k mips mips64 mips64n32 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  nice: [null, null, 34, null, 34, "m68k mips parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  oldfstat: [null, null, 28, null, null, "m68k ppc ppc64 sh", "2.5"],
  oldlstat: [null, null, 84, null, null, "m68k ppc ppc64 sh", "2.5"],
  oldolduname: [null, null, 59, null, null, "ppc ppc64", "2.5"],
  oldstat: [null, null, 18, null, null, "m68k ppc ppc64 sh", "2.5"],
  olduname: [null, null, 109, null, null, "ppc ppc64 sh", "2.5"],
  open: [2, 2, 5, null, 5, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  open_by_handle_at: [304, 304, 342, 265, 371, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  open_tree: [428, 428, 428, 428, 428, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  open_tree_attr: [467, 467, 467, 467, 467, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6.1"],
  openat: [257, 257, 295, 56, 322, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  openat2: [437, 437, 437, 437, 437, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pause: [34, 34, 29, null, 29, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  pciconfig_iobase: [null, null, null, null, 271, "ppc ppc64", "2.5"],
  pciconfig_read: [null, null, null, null, 272, "ppc ppc64", "2.5"],
  pciconfig_write: [null, null, null, null, 273, "ppc ppc64", "2.5"],
  perf_event_open: [298, 298, 336, 241, 364, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  personality: [135, 135, 136, 92, 136, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pidfd_getfd: [438, 438, 438, 438, 438, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pidfd_open: [434, 434, 434, 434, 434, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pidfd_send_signal: [424, 424, 424, 424, 424, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pipe: [22, 22, 42, null, 42, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  pipe2: [293, 293, 331, 59, 359, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pivot_root: [155, 155, 217, 41, 218, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pkey_alloc: [330, 330, 381, 289, 395, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pkey_free: [331, 331, 382, 290, 396, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pkey_mprotect: [329, 329, 380, 288, 394, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  poll: [7, 7, 168, null, 168, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  ppoll: [271, 271, 309, 73, 336, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  ppoll_time64: [null, null, 414, null, 414, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  prctl: [157, 157, 172, 167, 172, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pread64: [17, 17, 180, 67, 180, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  preadv: [295, 534, 333, 69, 361, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  preadv2: [327, 546, 378, 286, 392, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  prlimit64: [302, 302, 340, 261, 369, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  process_madvise: [440, 440, 440, 440, 440, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  process_mrelease: [448, 448, 448, 448, 448, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  process_vm_readv: [310, 539, 347, 270, 376, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  process_vm_writev: [311, 540, 348, 271, 377, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  prof: [null, null, 44, null, null, "mips ppc ppc64", "2.5"],
  profil: [null, null, 98, null, null, "mips ppc ppc64", "2.5"],
  pselect6: [270, 270, 308, 72, 335, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pselect6_time64: [null, null, 413, null, 413, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  ptrace: [101, 521, 26, 117, 26, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  putpmsg: [182, 182, 189, null, null, "m68k mips mips64 mips64n32 ppc ppc64 s390 s390x", "2.5"],
  pwrite64: [18, 18, 181, 68, 181, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pwritev: [296, 535, 334, 70, 362, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  pwritev2: [328, 547, 379, 287, 393, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  query_module: [178, null, 167, null, null, "m68k mips mips64 mips64n32 ppc ppc64 s390 s390x", "2.5"],
  quotactl: [179, 179, 131, 60, 131, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  quotactl_fd: [443, 443, 443, 443, 443, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  read: [0, 0, 3, 63, 3, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  readahead: [187, 187, 225, 213, 225, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  readdir: [null, null, 89, null, null, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  readlink: [89, 89, 85, null, 85, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  readlinkat: [267, 267, 305, 78, 332, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  readv: [19, 515, 145, 65, 145, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  reboot: [169, 169, 88, 142, 88, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  recv: [null, null, null, null, 291, "mips parisc parisc64 ppc ppc64 sh", "2.5"],
  recvfrom: [45, 517, 371, 207, 292, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  recvmmsg: [299, 537, 337, 243, 365, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  recvmmsg_time64: [null, null, 417, null, 417, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  recvmsg: [47, 519, 372, 212, 297, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  remap_file_pages: [216, 216, 257, 234, 253, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  removexattr: [197, 197, 235, 14, 235, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  removexattrat: [466, 466, 466, 466, 466, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6"],
  rename: [82, 82, 38, null, 38, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  renameat: [264, 264, 302, 38, 329, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  renameat2: [316, 316, 353, 276, 382, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  request_key: [249, 249, 287, 218, 310, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  reserved177: [null, null, null, null, null, "mips64 mips64n32", null],
  reserved193: [null, null, null, null, null, "mips64 mips64n32", null],
  reserved221: [null, null, null, null, null, "mips", null],
  reserved82: [null, null, null, null, null, "mips", null],
  restart_syscall: [219, 219, 0, 128, 0, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  riscv_flush_icache: [null, null, null, null, null, "riscv64", "2.5"],
  riscv_hwprobe: [null, null, null, null, null, "riscv64", "2.6"],
  rmdir: [84, 84, 40, null, 40, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  rseq: [334, 334, 386, 293, 398, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rseq_slice_yield: [471, 471, 471, 471, 471, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6.1"],
  rt_sigaction: [13, 512, 174, 134, 174, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigpending: [127, 522, 176, 136, 176, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigprocmask: [14, 14, 175, 135, 175, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigqueueinfo: [129, 524, 178, 138, 178, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigreturn: [15, 513, 173, 139, 173, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigsuspend: [130, 130, 179, 133, 179, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigtimedwait: [128, 523, 177, 137, 177, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rt_sigtimedwait_time64: [null, null, 421, null, 421, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  rt_tgsigqueueinfo: [297, 536, 335, 240, 363, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  rtas: [null, null, null, null, null, "ppc ppc64", "2.5"],
  s390_guarded_storage: [null, null, null, null, null, "s390 s390x", "2.5"],
  s390_pci_mmio_read: [null, null, null, null, null, "s390 s390x", "2.5"],
  s390_pci_mmio_write: [null, null, null, null, null, "s390 s390x", "2.5"],
  s390_runtime_instr: [null, null, null, null, null, "s390 s390x", "2.5"],
  s390_sthyi: [null, null, null, null, null, "s390 s390x", "2.5"],
  sched_get_priority_max: [146, 146, 159, 125, 159, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_get_priority_min: [147, 147, 160, 126, 160, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_getaffinity: [204, 204, 242, 123, 242, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_getattr: [315, 315, 352, 275, 381, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_getparam: [143, 143, 155, 121, 155, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_getscheduler: [145, 145, 157, 120, 157, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_rr_get_interval: [148, 148, 161, 127, 161, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_rr_get_interval_time64: [null, null, 423, null, 423, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  sched_setaffinity: [203, 203, 241, 122, 241, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_setattr: [314, 314, 351, 274, 380, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_setparam: [142, 142, 154, 118, 154, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_setscheduler: [144, 144, 156, 119, 156, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sched_yield: [24, 24, 158, 124, 158, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  seccomp: [317, 317, 354, 277, 383, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  security: [185, 185, null, null, null, "", "2.5"],
  select: [23, 23, 82, null, null, "m68k ppc ppc64 s390x", "2.5"],
  semctl: [66, 66, 394, 191, 300, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  semget: [64, 64, 393, 190, 299, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  semop: [65, 65, null, 193, 298, "loongarch64 mips64 mips64n32 parisc parisc64 riscv64", "2.5"],
  semtimedop: [220, 220, null, 192, 312, "loongarch64 mips64 mips64n32 parisc parisc64 ppc64 riscv64 s390x", "2.5"],
  semtimedop_time64: [null, null, 420, null, 420, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  send: [null, null, null, null, 289, "mips parisc parisc64 ppc ppc64 sh", "2.5"],
  sendfile: [40, 40, 187, 71, 187, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sendfile64: [null, null, 239, null, 239, "m68k mips mips64n32 parisc parisc64 ppc s390 sh", "2.5"],
  sendmmsg: [307, 538, 345, 269, 374, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sendmsg: [46, 518, 370, 211, 296, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sendto: [44, 44, 369, 206, 290, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  set_mempolicy: [238, 238, 276, 237, 321, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  set_mempolicy_home_node: [450, 450, 450, 450, 450, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  set_robust_list: [273, 530, 311, 99, 338, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  set_thread_area: [205, null, 243, null, null, "m68k mips mips64 mips64n32", "2.5"],
  set_tid_address: [218, 218, 258, 96, 256, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  set_tls: [null, null, null, null, 983045, "", "2.5"],
  setdomainname: [171, 171, 121, 162, 121, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setfsgid: [123, 123, 139, 152, 139, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setfsgid32: [null, null, 216, null, 216, "m68k s390 sh", "2.5"],
  setfsuid: [122, 122, 138, 151, 138, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setfsuid32: [null, null, 215, null, 215, "m68k s390 sh", "2.5"],
  setgid: [106, 106, 46, 144, 46, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setgid32: [null, null, 214, null, 214, "m68k s390 sh", "2.5"],
  setgroups: [116, 116, 81, 159, 81, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setgroups32: [null, null, 206, null, 206, "m68k s390 sh", "2.5"],
  sethostname: [170, 170, 74, 161, 74, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setitimer: [38, 38, 104, 103, 104, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setns: [308, 308, 346, 268, 375, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setpgid: [109, 109, 57, 154, 57, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setpriority: [141, 141, 97, 140, 97, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setregid: [114, 114, 71, 143, 71, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setregid32: [null, null, 204, null, 204, "m68k s390 sh", "2.5"],
  setresgid: [119, 119, 170, 149, 170, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setresgid32: [null, null, 210, null, 210, "m68k s390 sh", "2.5"],
  setresuid: [117, 117, 164, 147, 164, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setresuid32: [null, null, 208, null, 208, "m68k s390 sh", "2.5"],
  setreuid: [113, 113, 70, 145, 70, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setreuid32: [null, null, 203, null, 203, "m68k s390 sh", "2.5"],
  setrlimit: [160, 160, 75, 164, 75, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setsid: [112, 112, 66, 157, 66, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setsockopt: [54, 541, 366, 208, 294, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  settimeofday: [164, 164, 79, 170, 79, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setuid: [105, 105, 23, 146, 23, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setuid32: [null, null, 213, null, 213, "m68k s390 sh", "2.5"],
  setxattr: [188, 188, 226, 5, 226, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  setxattrat: [463, 463, 463, 463, 463, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390x sh", "2.6"],
  sgetmask: [null, null, 68, null, null, "m68k mips parisc parisc64 ppc ppc64 sh", "2.5"],
  shmat: [30, 30, 397, 196, 305, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  shmctl: [31, 31, 396, 195, 308, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  shmdt: [67, 67, 398, 197, 306, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  shmget: [29, 29, 395, 194, 307, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  shutdown: [48, 48, 373, 210, 293, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sigaction: [null, null, 67, null, 67, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  sigaltstack: [131, 525, 186, 132, 186, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  signal: [null, null, 48, null, null, "m68k mips parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  signalfd: [282, 282, 321, null, 349, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  signalfd4: [289, 289, 327, 74, 355, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sigpending: [null, null, 73, null, 73, "m68k mips parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  sigprocmask: [null, null, 126, null, 126, "m68k mips parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  sigreturn: [null, null, 119, null, 119, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  sigsuspend: [null, null, 72, null, 72, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  socket: [41, 41, 359, 198, 281, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  socketcall: [null, null, 102, null, null, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  socketpair: [53, 53, 360, 199, 288, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  splice: [275, 275, 313, 76, 340, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  spu_create: [null, null, null, null, null, "ppc ppc64", "2.5"],
  spu_run: [null, null, null, null, null, "ppc ppc64", "2.5"],
  ssetmask: [null, null, 69, null, null, "m68k mips parisc parisc64 ppc ppc64 sh", "2.5"],
  stat: [4, 4, 106, null, 106, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  stat64: [null, null, 195, null, 195, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  statfs: [137, 137, 99, 43, 99, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  statfs64: [null, null, 268, null, 266, "m68k mips mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  statmount: [457, 457, 457, 457, 457, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.6"],
  statx: [332, 332, 383, 291, 397, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  stime: [null, null, 25, null, null, "m68k mips parisc parisc64 ppc ppc64 s390 sh", "2.5"],
  stty: [null, null, 31, null, null, "mips ppc ppc64", "2.5"],
  subpage_prot: [null, null, null, null, null, "ppc ppc64", "2.5"],
  swapcontext: [null, null, null, null, null, "ppc ppc64", "2.5"],
  swapoff: [168, 168, 115, 225, 115, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  swapon: [167, 167, 87, 224, 87, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  switch_endian: [null, null, null, null, null, "ppc ppc64", "2.5"],
  symlink: [88, 88, 83, null, 83, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  symlinkat: [266, 266, 304, 36, 331, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sync: [162, 162, 36, 81, 36, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sync_file_range: [277, 277, 314, 84, null, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 riscv64 s390 s390x sh", "2.5"],
  sync_file_range2: [null, null, null, null, null, "ppc ppc64 sh", "2.5"],
  syncfs: [306, 306, 344, 267, 373, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sys_debug_setcontext: [null, null, null, null, null, "ppc ppc64", "2.5"],
  syscall: [null, null, null, null, null, "mips", "2.5"],
  sysfs: [139, 139, 135, null, 135, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  sysinfo: [99, 99, 116, 179, 116, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  syslog: [103, 103, 103, 116, 103, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  sysmips: [null, null, null, null, null, "mips mips64 mips64n32", "2.5"],
  tee: [276, 276, 315, 77, 342, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  tgkill: [234, 234, 270, 131, 268, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  time: [201, 201, 13, null, null, "m68k mips parisc parisc64 ppc ppc64 s390 sh", "2.5"],
  timer_create: [222, 526, 259, 107, 257, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timer_delete: [226, 226, 263, 111, 261, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timer_getoverrun: [225, 225, 262, 109, 260, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timer_gettime: [224, 224, 261, 108, 259, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timer_gettime64: [null, null, 408, null, 408, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  timer_settime: [223, 223, 260, 110, 258, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timer_settime64: [null, null, 409, null, 409, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  timerfd: [null, null, null, null, null, "mips mips64 mips64n32 s390 s390x", "2.5"],
  timerfd_create: [283, 283, 322, 85, 350, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timerfd_gettime: [287, 287, 326, 87, 354, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timerfd_gettime64: [null, null, 410, null, 410, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  timerfd_settime: [286, 286, 325, 86, 353, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  timerfd_settime64: [null, null, 411, null, 411, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  times: [100, 100, 43, 153, 43, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  tkill: [200, 200, 238, 130, 238, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  truncate: [76, 76, 92, 45, 92, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  truncate64: [null, null, 193, null, 193, "m68k mips parisc parisc64 ppc s390 sh", "2.5"],
  tuxcall: [184, 184, null, null, null, "ppc ppc64", "2.5"],
  ugetrlimit: [null, null, 191, null, 191, "m68k ppc ppc64 s390 sh", "2.5"],
  ulimit: [null, null, 58, null, null, "mips ppc ppc64", "2.5"],
  umask: [95, 95, 60, 166, 60, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  umount: [null, null, 22, null, null, "m68k mips ppc ppc64 s390 s390x sh", "2.5"],
  umount2: [166, 166, 52, 39, 52, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  uname: [63, 63, 122, 160, 122, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  unlink: [87, 87, 10, null, 10, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  unlinkat: [263, 263, 301, 35, 328, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  unshare: [272, 272, 310, 97, 337, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  unused109: [null, null, null, null, null, "mips", null],
  unused150: [null, null, null, null, null, "mips", null],
  unused18: [null, null, null, null, null, "mips", null],
  unused28: [null, null, null, null, null, "mips", null],
  unused59: [null, null, null, null, null, "mips", null],
  unused84: [null, null, null, null, null, "mips", null],
  uprobe: [336, 336, null, null, null, "", "2.6.1"],
  uretprobe: [335, 335, null, null, null, "", "2.6"],
  uselib: [134, null, 86, null, 86, "m68k mips parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  userfaultfd: [323, 323, 374, 282, 388, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  usr26: [null, null, null, null, 983043, "", "2.5"],
  usr32: [null, null, null, null, 983044, "", "2.5"],
  ustat: [136, 136, 62, null, 62, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  utime: [132, 132, 30, null, null, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  utimensat: [280, 280, 320, 88, 348, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  utimensat_time64: [null, null, 412, null, 412, "m68k mips mips64n32 parisc ppc s390 sh", "2.5"],
  utimes: [235, 235, 271, null, 269, "m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  vfork: [58, 58, 190, null, 190, "m68k parisc parisc64 ppc ppc64 s390 s390x sh", "2.5"],
  vhangup: [153, 153, 111, 58, 111, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  vm86: [null, null, 166, null, null, "mips ppc ppc64", "2.5"],
  vm86old: [null, null, 113, null, null, "", "2.5"],
  vmsplice: [278, 532, 316, 75, 343, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  vserver: [236, null, 273, null, 313, "mips mips64 mips64n32", "2.5"],
  wait4: [61, 61, 114, 260, 114, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  waitid: [247, 529, 284, 95, 280, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  waitpid: [null, null, 7, null, null, "m68k mips parisc parisc64 ppc ppc64 sh", "2.5"],
  write: [1, 1, 4, 64, 4, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"],
  writev: [20, 516, 146, 66, 146, "loongarch64 m68k mips mips64 mips64n32 parisc parisc64 ppc ppc64 riscv64 s390 s390x sh", "2.5"]
};

// src/core/seccomp/syscalls.ts
function findSyscall(abi, name) {
  const number = ROWS.get(name)?.[COLUMN[abi]] ?? null;
  return number === null ? null : { name, number };
}
__name(findSyscall, "findSyscall");
function syscallsOf(abi) {
  const listed = LISTED.get(abi) ?? listCalls(abi);
  LISTED.set(abi, listed);
  return listed;
}
__name(syscallsOf, "syscallsOf");
var LISTED = /* @__PURE__ */ new Map();
function listCalls(abi) {
  return [...ROWS.keys()].map((name) => findSyscall(abi, name)).filter((call) => call !== null).sort((a, b) => a.number - b.number);
}
__name(listCalls, "listCalls");
var ROWS = new Map(Object.entries(SYSCALL_TABLE));
var COLUMN = { x86_64: 0, x32: 1, x86: 2, aarch64: 3, arm: 4 };

// src/core/trace/calls.ts
var TELLING_ARGUMENTS = [
  { syscall: "clone", argument: 0 },
  { syscall: "ioctl", argument: 1 },
  { syscall: "personality", argument: 0 },
  { syscall: "prctl", argument: 0 },
  { syscall: "ptrace", argument: 0 },
  { syscall: "setns", argument: 1 },
  { syscall: "socket", argument: 0 },
  { syscall: "socketpair", argument: 0 },
  { syscall: "unshare", argument: 0 }
];
var STRUCTURAL = [
  "clone",
  "clone3",
  "execve",
  "execveat",
  "exit",
  "exit_group",
  "fork",
  "io_uring_setup",
  "prctl",
  "ptrace",
  "restart_syscall",
  "rt_sigreturn",
  "seccomp",
  "setns",
  "unshare",
  "vfork"
];
var MAX_CALL = 511;
var NONE = -2;
var X86_COMPAT_EXECVE = [11, 1073741824 + 520];
function callNumbers(abi, watched = []) {
  const numberOf = /* @__PURE__ */ __name((name) => findSyscall(abi, name)?.number ?? NONE, "numberOf");
  const of = Object.fromEntries(STRUCTURAL.map((name) => [name, numberOf(name)]));
  const telling = TELLING_ARGUMENTS.map(({ syscall, argument }) => ({ call: numberOf(syscall), argument }));
  const byCall = /* @__PURE__ */ new Map();
  for (const { call, argument } of [...telling, ...watched]) {
    byCall.set(call, [.../* @__PURE__ */ new Set([...byCall.get(call) ?? [], argument])]);
  }
  const special = new Uint8Array(MAX_CALL + 1);
  for (const number of [...Object.values(of), ...byCall.keys()]) if (number >= 0) special[number] = 1;
  return { of, watched: byCall, special, compatExecve: abi === "x86_64" ? X86_COMPAT_EXECVE : [] };
}
__name(callNumbers, "callNumbers");
function callNames(abi) {
  return new Map(syscallsOf(abi).map(({ number, name }) => [number, name]));
}
__name(callNames, "callNames");
function callEventName(syscall) {
  return RENAMED.get(syscall) ?? syscall;
}
__name(callEventName, "callEventName");
var RENAMED = /* @__PURE__ */ new Map([
  ["fstat", "newfstat"],
  ["lstat", "newlstat"],
  ["sendfile", "sendfile64"],
  ["stat", "newstat"],
  ["umount2", "umount"],
  ["uname", "newuname"]
]);
function canBeLeftOut(name) {
  return !STRUCTURAL.some((structural) => structural === name) && !TELLING_ARGUMENTS.some(({ syscall }) => syscall === name);
}
__name(canBeLeftOut, "canBeLeftOut");

// src/core/trace/format.ts
var FIELD = /^\s*field:(.*?)\s*([A-Za-z_]\w*)(\[\w*\])?;\s*offset:(\d+);\s*size:(\d+);/;
function parseEventFormat(text2) {
  const id = /^ID: (\d+)$/m.exec(text2)?.[1];
  const fields = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const [, type = "", name, , offset, size] = FIELD.exec(line) ?? [];
    if (name === void 0) continue;
    fields.set(name, { offset: Number(offset), size: Number(size), dynamic: type.startsWith("__data_loc") });
  }
  return id === void 0 || fields.size === 0 ? null : { id: Number(id), fields };
}
__name(parseEventFormat, "parseEventFormat");

// src/core/trace/layout.ts
var FIELDS = {
  "raw_syscalls/sys_enter": ["id", "args"],
  "raw_syscalls/sys_exit": ["id", "ret"],
  // All of them are laid out alike; read(2)'s first argument stands for every call's.
  "syscalls/sys_enter": ["__syscall_nr", "fd"],
  "syscalls/sys_exit": ["__syscall_nr", "ret"],
  "task/task_newtask": ["pid", "clone_flags"],
  "sched/sched_process_exec": ["filename", "old_pid"],
  "sched/sched_process_exit": ["pid"],
  "signal/signal_generate": ["code"],
  "ftrace/print": ["buf"],
  "capability/cap_capable": ["target_ns", "cap", "ret"],
  "kprobe/cap_enter": ["target_ns", "cap"],
  "kprobe/cap_exit": ["ret"]
};
var TID_OFFSET = 4;
function eventLayout(name, format) {
  if (format === null) return `the format of the event ${name} cannot be read`;
  const offsets = [];
  for (const field of FIELDS[name]) {
    const found = format.fields.get(field);
    if (found === void 0) return `the event ${name} has no field ${field}`;
    if (found.offset % 4 !== 0) return `the field ${field} of the event ${name} is not aligned`;
    offsets.push(found.offset);
  }
  if (format.fields.get("common_pid")?.offset !== TID_OFFSET) return `the event ${name} keeps its thread id elsewhere`;
  return { name, id: format.id, offsets };
}
__name(eventLayout, "eventLayout");

// src/adapters/tracefs/call-events.ts
var RAW = ["raw_syscalls/sys_enter", "raw_syscalls/sys_exit"];
var SIDES = ["sys_enter", "sys_exit"];
var CallEvents = class {
  static {
    __name(this, "CallEvents");
  }
  #instance;
  #names;
  #out = /* @__PURE__ */ new Set();
  #named = false;
  /** @param leftOut numbers that are never recorded */
  constructor(instance, abi, leftOut) {
    this.#instance = instance;
    this.#names = callNames(abi);
    const filter = leftOut.map((call) => `id != ${call}`).join(" && ");
    for (const event of RAW) if (filter !== "") instance.write(`events/${event}/filter`, filter);
  }
  /** Records everything: at the beginning, and again after `leaveOut`. */
  recordAll() {
    for (const event of RAW) this.#instance.write(`events/${event}/enable`, "1");
    if (this.#named) this.#instance.write("events/syscalls/enable", "0");
    this.#named = false;
    this.#out.clear();
  }
  /** Has the kernel leave calls out until the next `recordAll`. */
  leaveOut(calls) {
    if (!this.#named) this.#instance.write("events/syscalls/enable", "1");
    for (const call of calls) if (!this.#out.has(call)) this.#turnOff(call);
    for (const event of RAW) this.#instance.write(`events/${event}/enable`, "0");
    this.#named = true;
  }
  #turnOff(call) {
    this.#out.add(call);
    const name = callEventName(this.#names.get(call) ?? "");
    for (const side of SIDES) {
      const file = `events/syscalls/${side}_${name}/enable`;
      if (this.#instance.has(file)) this.#instance.write(file, "0");
    }
  }
};
function namedCallLayouts(tracefs) {
  const folder = join8(tracefs, "events", "syscalls");
  if (!existsSync3(folder)) return [];
  const events = readdirSync2(folder);
  return SIDES.flatMap((side) => {
    const layout = eventLayout(`syscalls/${side}`, parseEventFormat(text(join8(folder, `${side}_read`, "format"))));
    if (typeof layout === "string") return [];
    const ids = events.filter((event) => event.startsWith(`${side}_`)).map((event) => Number(text(join8(folder, event, "id"))));
    return ids.map((id) => ({ ...layout, id }));
  });
}
__name(namedCallLayouts, "namedCallLayouts");
function text(path) {
  try {
    return readFileSync4(path, "utf8");
  } catch {
    return "";
  }
}
__name(text, "text");

// src/adapters/tracefs/kernel-messages.ts
import { closeSync as closeSync2, constants as constants2, openSync as openSync2, readSync, statSync } from "node:fs";

// src/core/trace/audit-line.ts
var LONGEST2 = 256;
var HEAD = /^(?:audit: type=1400 |type=(?:1400|AVC) (?:msg=)?)audit\((\d{1,12})\.(\d{3}):\d+\): /;
function parseAuditLine(line) {
  const [head, seconds, milliseconds] = HEAD.exec(line) ?? [];
  if (head === void 0) return null;
  const time = Number(seconds) * 1e3 + Number(milliseconds);
  const rest = line.slice(head.length);
  const decision = rest.startsWith("avc:") ? selinux(rest) : appArmor(fieldsOf(rest));
  return decision === null ? null : { ...decision, time };
}
__name(parseAuditLine, "parseAuditLine");
function appArmor(fields) {
  const state = fields.get("apparmor") ?? "";
  const pid = pidOf(fields);
  if (!["DENIED", "KILLED", "ALLOWED"].includes(state) || pid === null) return null;
  return {
    module: "apparmor",
    enforced: state !== "ALLOWED",
    subject: fields.get("profile") ?? "",
    operation: fields.get("operation") ?? "",
    target: first(fields, ["name", "capname", "family", "peer"]),
    program: fields.get("comm") ?? "",
    pid
  };
}
__name(appArmor, "appArmor");
function selinux(text2) {
  const [, permissions = "", rest = ""] = /^avc:\s+denied\s+\{([^}]*)\} for\s+(.*)$/.exec(text2) ?? [];
  const fields = fieldsOf(rest);
  const pid = pidOf(fields);
  if (pid === null) return null;
  const kind = fields.get("tclass") ?? "";
  const label = fields.get("tcontext") ?? "";
  return {
    module: "selinux",
    enforced: fields.get("permissive") !== "1",
    subject: fields.get("scontext") ?? "",
    operation: permissions.trim(),
    target: [kind, first(fields, ["path", "name", "dest", "capability"]), label].filter(Boolean).join(" "),
    program: fields.get("comm") ?? "",
    pid
  };
}
__name(selinux, "selinux");
function fieldsOf(text2) {
  const found = text2.matchAll(/(?:^| )([a-z_]+)=(?:"([^"]*)"|(\S+))/g);
  return new Map(
    [...found].map(([, key = "", quoted, word = ""]) => [key, (quoted ?? decoded(key, word)).slice(0, LONGEST2)])
  );
}
__name(fieldsOf, "fieldsOf");
var UNTRUSTED = ["comm", "name", "path", "profile"];
function decoded(key, word) {
  if (!UNTRUSTED.includes(key) || !/^([0-9A-F]{2})+$/.test(word)) return word;
  const bytes = word.match(/../g) ?? [];
  return bytes.map((byte) => printable(Number.parseInt(byte, 16))).join("");
}
__name(decoded, "decoded");
function printable(code) {
  return code >= 32 && code < 127 ? String.fromCharCode(code) : "?";
}
__name(printable, "printable");
function pidOf(fields) {
  const text2 = fields.get("pid") ?? "";
  return /^\d{1,10}$/.test(text2) ? Number(text2) : null;
}
__name(pidOf, "pidOf");
function first(fields, keys) {
  return keys.map((key) => fields.get(key) ?? "").find((text2) => text2 !== "") ?? "";
}
__name(first, "first");

// src/core/trace/kernel-message.ts
var RECORD = /^(\d+),\d+,\d+,[^;]*;([^\n]*)/;
var FACILITY_SHIFT = 3;
function kernelMessage(record) {
  const [, priority, text2] = RECORD.exec(record) ?? [];
  if (text2 === void 0 || Number(priority) >> FACILITY_SHIFT !== 0) return null;
  return text2.replace(/\\x([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
__name(kernelMessage, "kernelMessage");

// src/adapters/tracefs/error-code.ts
function errorCode(error) {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.message;
  return String(error);
}
__name(errorCode, "errorCode");

// src/adapters/tracefs/kernel-messages.ts
var AUDIT_FILE = "/var/log/audit/audit.log";
var RECORD_SIZE = 8192;
var MOST = 1024;
var FILE_PART = 1024 * 1024;
var KernelMessages = class {
  static {
    __name(this, "KernelMessages");
  }
  #log = null;
  /** `null`: not opened yet. */
  #fileAt = null;
  #kept = [];
  #dropped = 0;
  /** Everything until now is before this place; `null` when this machine's log cannot be read. */
  place() {
    this.#drain();
    return this.#log === null ? null : this.#dropped + this.#kept.length;
  }
  /** What was said of these processes since a place. */
  since(place, pids) {
    this.#drain();
    return this.#kept.slice(Math.max(0, place - this.#dropped)).filter(({ pid }) => pids.has(pid));
  }
  close() {
    if (this.#log !== null) closeSync2(this.#log);
    this.#log = null;
  }
  #drain() {
    this.#readLog();
    this.#readFile();
    const surplus = this.#kept.length - MOST;
    if (surplus <= 0) return;
    this.#kept.splice(0, surplus);
    this.#dropped += surplus;
  }
  /** Every read gives one record; at the end of the log it fails with EAGAIN, after an overrun once with EPIPE. */
  #readLog() {
    this.#log ??= opened("/dev/kmsg");
    if (this.#log === null) return;
    const record = Buffer.alloc(RECORD_SIZE);
    for (; ; ) {
      const length = readRecord(this.#log, record);
      if (length === "end") return;
      if (length !== "overrun") this.#keep(kernelMessage(record.toString("latin1", 0, length)));
    }
  }
  /** What was there before the first look is not read. A file that became shorter is a new one. */
  #readFile() {
    const size = sizeOf(AUDIT_FILE);
    const from = this.#fileAt === null ? size : size < this.#fileAt ? 0 : this.#fileAt;
    this.#fileAt = size;
    if (size === from) return;
    const start = Math.max(from, size - FILE_PART);
    for (const line of readPart(AUDIT_FILE, start, size - start).split("\n")) this.#keep(line);
  }
  #keep(message) {
    const line = message === null ? null : parseAuditLine(message);
    if (line !== null) this.#kept.push(line);
  }
};
function opened(path) {
  try {
    return openSync2(path, constants2.O_RDONLY | constants2.O_NONBLOCK);
  } catch {
    return null;
  }
}
__name(opened, "opened");
function readRecord(log, record) {
  try {
    const length = readSync(log, record, 0, record.length, null);
    return length === 0 ? "end" : length;
  } catch (error) {
    return errorCode(error) === "EPIPE" ? "overrun" : "end";
  }
}
__name(readRecord, "readRecord");
function sizeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
__name(sizeOf, "sizeOf");
function readPart(path, from, length) {
  const part = Buffer.alloc(length);
  const file = opened(path);
  if (file === null) return "";
  try {
    return part.toString("latin1", 0, readSync(file, part, 0, length, from));
  } catch {
    return "";
  } finally {
    closeSync2(file);
  }
}
__name(readPart, "readPart");

// src/adapters/tracefs/mounted.ts
import { execFileSync } from "node:child_process";
import { existsSync as existsSync4 } from "node:fs";
import { join as join9 } from "node:path";

// src/core/errors.ts
var EnvironmentError = class extends Error {
  /** @param advice what the reader can do about it, one sentence */
  constructor(message, advice, options) {
    super(message, options);
    this.advice = advice;
  }
  advice;
  static {
    __name(this, "EnvironmentError");
  }
  name = "EnvironmentError";
};
var InternalError = class extends Error {
  static {
    __name(this, "InternalError");
  }
  name = "InternalError";
};

// src/adapters/tracefs/mounted.ts
var PLACES = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"];
var SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
function mountedTracefs() {
  const found = PLACES.find((place2) => existsSync4(join9(place2, "instances")));
  if (found !== void 0) return found;
  const [place] = PLACES;
  const failure = mount(place);
  if (existsSync4(join9(place, "instances"))) return place;
  throw new EnvironmentError(
    `tracefs is not at ${place} and cannot be mounted there: ${failure}`,
    "Run on a Linux machine whose kernel has CONFIG_FTRACE, not inside a container without it."
  );
}
__name(mountedTracefs, "mountedTracefs");
function mount(place) {
  try {
    const options = { env: { PATH: SYSTEM_PATH }, stdio: "pipe", timeout: 1e4 };
    execFileSync("mount", ["-t", "tracefs", "nodev", place], options);
    return "it stays empty";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
__name(mount, "mount");

// src/core/trace/container-rows.ts
function rowsOf(subject, containers) {
  const all = containers.filter((container) => isSubject(subject, container)).map(({ usage }) => usage.rows());
  if (all.length === 0) return null;
  return {
    calls: all.flatMap(({ calls }) => calls),
    capabilities: all.flatMap(({ capabilities }) => capabilities),
    refusals: all.flatMap(({ refusals }) => refusals),
    denials: all.flatMap(({ denials }) => denials),
    facts: all.flatMap(({ facts }) => facts),
    compat: all.flatMap(({ compat }) => compat),
    files: all.flatMap(({ files }) => files)
  };
}
__name(rowsOf, "rowsOf");
var NO_ROWS = {
  calls: [],
  capabilities: [],
  refusals: [],
  denials: [],
  facts: [],
  compat: [],
  files: []
};
function isSubject({ container, pid }, { id, root }) {
  return id === null ? root === pid : id === container;
}
__name(isSubject, "isSubject");

// src/adapters/tracefs/protocol.ts
function interruptedSummary(reason) {
  return { completeness: { complete: false, reasons: [reason] }, rows: NO_ROWS, thinned: [] };
}
__name(interruptedSummary, "interruptedSummary");
var LARGEST_ID = 2 ** 31;
var LONGEST_LIST = 512;
function parseCommand(line) {
  const value = parseObject(line);
  if (value === null) return null;
  const { recording } = value;
  if (!isNumber(recording)) return null;
  if (value.do === "end" || value.do === "refusals" || value.do === "messages") return { do: value.do, recording };
  if (value.do === "mark" && isNumber(value.step)) return { do: "mark", recording, step: value.step };
  if (isAboutContainer(value.do) && isContainerId(value.container) && isNumber(value.pid)) {
    return { do: value.do, recording, container: value.container, pid: value.pid };
  }
  return value.do === "begin" ? parseBegin(value, recording) : null;
}
__name(parseCommand, "parseCommand");
function isAboutContainer(value) {
  return value === "follow" || value === "surroundings" || value === "seccomp";
}
__name(isAboutContainer, "isAboutContainer");
function parseBegin({ engine, leftOut, watched, callsOnly }, recording) {
  if (!isListOf(engine, isNumber) || !isListOf(leftOut, isNumber) || !isListOf(watched, isNumberedArgument))
    return null;
  return { do: "begin", recording, engine, leftOut, watched, callsOnly: callsOnly === true };
}
__name(parseBegin, "parseBegin");
function isContainerId(value) {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
__name(isContainerId, "isContainerId");
function parseObject(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}
__name(parseObject, "parseObject");
function isNumber(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LARGEST_ID;
}
__name(isNumber, "isNumber");
function isNumberedArgument(value) {
  return typeof value === "object" && value !== null && "call" in value && "argument" in value && isNumber(value.call) && isNumber(value.argument) && value.argument < 6;
}
__name(isNumberedArgument, "isNumberedArgument");
function isListOf(value, is) {
  return Array.isArray(value) && value.length <= LONGEST_LIST && value.every(is);
}
__name(isListOf, "isListOf");

// src/adapters/tracefs/recording.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/core/trace/thread.ts
var NO_CALL = -3;
var NONE2 = [];
function newThread(process2, stretch) {
  return {
    process: process2,
    pending: NO_CALL,
    leftCall: NO_CALL,
    form: "raw",
    effect: "none",
    fresh: false,
    executed: false,
    filters: 0,
    childNamespace: "same",
    sigsys: false,
    trapped: null,
    stretch,
    asked: null,
    withheld: NONE2,
    tally: null
  };
}
__name(newThread, "newThread");
function newProcess(parent) {
  return {
    program: parent?.program ?? "",
    parent: parent?.container === null ? parent : null,
    container: parent?.container ?? null,
    role: parent?.role ?? "init",
    running: parent?.running ?? false,
    compat: parent?.compat ?? false,
    ending: false,
    vanished: 0,
    below: null
  };
}
__name(newProcess, "newProcess");

// src/core/trace/capability-check.ts
var RUNTIME_CHECKS = [6, 7, 8];
function askCapability(thread, { capability, namespace, answer }) {
  const { container, running, role } = thread.process;
  thread.asked = null;
  if (container === null) return;
  if (!running) {
    if (role === "init" && RUNTIME_CHECKS.includes(capability)) container.userNamespace = namespace;
    return;
  }
  if (container.userNamespace !== null && container.userNamespace !== namespace) return;
  thread.asked = capability;
  if (answer !== null) answerCapability(thread, answer);
}
__name(askCapability, "askCapability");
function answerCapability(thread, answer) {
  const { asked } = thread;
  thread.asked = null;
  if (asked === null || thread.tally === null) return;
  if (answer === 0) count(thread, asked, GRANTED);
  else if (thread.pending !== NO_CALL && asked !== FSETID) thread.withheld = [...thread.withheld, asked];
  else if (asked !== SYS_ADMIN) count(thread, asked, REFUSED);
}
__name(answerCapability, "answerCapability");
function settleCapabilities(thread, { succeeded }) {
  if (thread.withheld.length === 0) return;
  if (!succeeded) for (const capability of thread.withheld) count(thread, capability, REFUSED);
  thread.withheld = [];
}
__name(settleCapabilities, "settleCapabilities");
function count({ tally }, capability, outcome) {
  if (tally === null) return;
  const index = capability * 2 + outcome;
  tally.capabilities[index] = (tally.capabilities[index] ?? 0) + 1;
}
__name(count, "count");
var GRANTED = 0;
var REFUSED = 1;
var FSETID = 4;
var SYS_ADMIN = 21;

// src/core/trace/program.ts
var NAME_LIMIT = 64;
var NAMELESS = /^\/(proc\/(self|\d+)\/(exe|fd\/\d+)|dev\/fd\/\d+)$/;
function programName(file) {
  if (NAMELESS.test(file)) return null;
  const base = file.slice(file.lastIndexOf("/") + 1);
  const printable2 = base.replace(/[^\x21-\x7e]/g, "?").slice(0, NAME_LIMIT);
  return printable2 === "" ? null : printable2;
}
__name(programName, "programName");

// src/core/capability/names.ts
var CAPABILITIES = [
  "CHOWN",
  "DAC_OVERRIDE",
  "DAC_READ_SEARCH",
  "FOWNER",
  "FSETID",
  "KILL",
  "SETGID",
  "SETUID",
  "SETPCAP",
  "LINUX_IMMUTABLE",
  "NET_BIND_SERVICE",
  "NET_BROADCAST",
  "NET_ADMIN",
  "NET_RAW",
  "IPC_LOCK",
  "IPC_OWNER",
  "SYS_MODULE",
  "SYS_RAWIO",
  "SYS_CHROOT",
  "SYS_PTRACE",
  "SYS_PACCT",
  "SYS_ADMIN",
  "SYS_BOOT",
  "SYS_NICE",
  "SYS_RESOURCE",
  "SYS_TIME",
  "SYS_TTY_CONFIG",
  "MKNOD",
  "LEASE",
  "AUDIT_WRITE",
  "AUDIT_CONTROL",
  "SETFCAP",
  "MAC_OVERRIDE",
  "MAC_ADMIN",
  "SYSLOG",
  "WAKE_ALARM",
  "BLOCK_SUSPEND",
  "AUDIT_READ",
  "PERFMON",
  "BPF",
  "CHECKPOINT_RESTORE"
];

// src/core/trace/usage.ts
var MAX_VALUES = 256;
var MAX_PROGRAMS = 64;
var MAX_ODD_CALLS = 64;
var MAX_FILES = 256;
var MAX_DENIALS = 256;
var OTHER_PROGRAMS = "(other programs)";
var ContainerUsage = class {
  static {
    __name(this, "ContainerUsage");
  }
  #tallies = /* @__PURE__ */ new Map();
  #programs = /* @__PURE__ */ new Set();
  #calls = /* @__PURE__ */ new Map();
  #capabilities = /* @__PURE__ */ new Map();
  #refusals = /* @__PURE__ */ new Map();
  #denials = /* @__PURE__ */ new Map();
  /** How often each call was refused since the step began. */
  #refusedNow = /* @__PURE__ */ new Map();
  #facts = /* @__PURE__ */ new Map();
  #compat = /* @__PURE__ */ new Set();
  #oddCalls = /* @__PURE__ */ new Set();
  #files = /* @__PURE__ */ new Map();
  #step;
  constructor(step) {
    this.#step = step;
  }
  /** The counters of a program in a phase; good until the next step. */
  tally(phase, program) {
    const name = this.#known(program);
    const key = `${phase} ${name}`;
    const found = this.#tallies.get(key);
    if (found !== void 0) return found;
    const made = {
      phase,
      program: name,
      calls: new Uint32Array(MAX_CALL + 1),
      capabilities: new Uint32Array(2 * CAPABILITIES.length),
      odd: /* @__PURE__ */ new Map()
    };
    this.#tallies.set(key, made);
    return made;
  }
  /** A call whose number has no counter. */
  countOdd(tally, call) {
    if (this.#keepOdd(call)) tally.odd.set(call, (tally.odd.get(call) ?? 0) + 1);
  }
  fact(tally, call, { argument, value }) {
    const key = `${tally.phase} ${call} ${argument}`;
    let row = this.#facts.get(key);
    if (row === void 0) {
      row = { call, phase: tally.phase, argument, values: /* @__PURE__ */ new Map(), complete: true };
      this.#facts.set(key, row);
    }
    if (row.values.has(value) || row.values.size < MAX_VALUES) row.values.set(value, (row.values.get(value) ?? 0) + 1);
    else row.complete = false;
  }
  refused(tally, refusal, count2 = 1) {
    if (refusal.call !== null && refusal.call > MAX_CALL && !this.#keepOdd(refusal.call)) return;
    const key = [tally.phase, tally.program, refusal.call, JSON.stringify(refusal.answer), refusal.ownFilter].join(" ");
    this.#add(this.#refusals, key, () => ({ ...refusal, ...this.#start(tally) })).count += count2;
    if (refusal.call !== null) this.#refusedNow.set(refusal.call, this.timesRefusedInStep(refusal.call) + count2);
  }
  /** A call that was made came back with an error of permission, though no capability was refused. */
  denied(tally, call, errno) {
    const key = `${tally.phase} ${tally.program} ${call} ${errno}`;
    if (this.#denials.size >= MAX_DENIALS && !this.#denials.has(key)) return;
    this.#add(this.#denials, key, () => ({ call, errno, ...this.#start(tally) })).count++;
  }
  /** How often the service made each call, since the step began. */
  serviceCalls() {
    const counts = new Uint32Array(MAX_CALL + 1);
    for (const { phase, calls } of this.#tallies.values()) {
      if (phase === "service") calls.forEach((count2, call) => counts[call] = (counts[call] ?? 0) + count2);
    }
    return counts;
  }
  wasRefused(call) {
    for (const row of this.#refusals.values()) if (row.call === call) return true;
    return false;
  }
  /** How often a call was refused since the step began. */
  timesRefusedInStep(call) {
    return this.#refusedNow.get(call) ?? 0;
  }
  /** Numbers of the calls that were refused since the step began, as far as the kernel tells them. */
  refusedInStep() {
    return [...this.#refusedNow].filter(([, count2]) => count2 > 0).map(([call]) => call);
  }
  /** A program whose calls cannot be read. */
  compat(program) {
    this.#compat.add(this.#known(program));
  }
  /** A program begins from a file. */
  executed(phase, path) {
    const key = `${phase} ${path}`;
    if (this.#files.size <= MAX_FILES) this.#files.set(key, { phase, path: this.#files.size < MAX_FILES ? path : "" });
  }
  /** A new step begins: what was counted until now belongs to the one before. */
  mark(step) {
    this.#fold();
    this.#refusedNow.clear();
    this.#step = step;
  }
  /** Everything until now. */
  rows() {
    this.#fold();
    return {
      calls: [...this.#calls.values()],
      capabilities: [...this.#capabilities.values()],
      refusals: [...this.#refusals.values()].filter(({ count: count2 }) => count2 > 0),
      denials: [...this.#denials.values()],
      facts: [...this.#facts.values()].map((row) => ({ ...row, values: [...row.values] })),
      compat: [...this.#compat],
      files: [...this.#files.values()]
    };
  }
  #known(program) {
    if (this.#programs.has(program)) return program;
    if (this.#programs.size >= MAX_PROGRAMS) return OTHER_PROGRAMS;
    this.#programs.add(program);
    return program;
  }
  #keepOdd(call) {
    if (this.#oddCalls.size < MAX_ODD_CALLS) this.#oddCalls.add(call);
    return this.#oddCalls.has(call);
  }
  #fold() {
    for (const tally of this.#tallies.values()) {
      for (const [call, count2] of [...tally.calls.entries(), ...tally.odd])
        if (count2 > 0) this.#addCall(tally, call, count2);
      for (const [index, count2] of tally.capabilities.entries())
        if (count2 > 0) this.#addCapability(tally, index, count2);
      tally.calls.fill(0);
      tally.capabilities.fill(0);
      tally.odd.clear();
    }
  }
  #addCall(tally, call, count2) {
    const key = `${tally.phase} ${tally.program} ${call}`;
    this.#add(this.#calls, key, () => ({ call, ...this.#start(tally) })).count += count2;
  }
  #addCapability(tally, index, count2) {
    const key = `${tally.phase} ${tally.program} ${index}`;
    const outcome = index % 2 === 0 ? "granted" : "refused";
    const row = /* @__PURE__ */ __name(() => ({ capability: index >> 1, outcome, ...this.#start(tally) }), "row");
    this.#add(this.#capabilities, key, row).count += count2;
  }
  #add(rows, key, make) {
    const row = rows.get(key) ?? make();
    row.last = this.#step;
    rows.set(key, row);
    return row;
  }
  #start({ phase, program }) {
    return { phase, program, count: 0, first: this.#step, last: this.#step };
  }
};

// src/core/trace/descent.ts
var CLONE_THREAD = 65536;
var CLONE_NEWPID = 536870912;
var MAX_CONTAINERS = 512;
var MAX_MEMBERS = 4096;
var Descent = class {
  static {
    __name(this, "Descent");
  }
  threads = /* @__PURE__ */ new Map();
  containers = [];
  /** More containers began than are kept. */
  overflowed = false;
  /** The thread of this id; one that was there before is a process of the engine. */
  thread(tid, stretch) {
    const found = this.threads.get(tid);
    if (found !== void 0) return found;
    const stranger = newThread(newProcess(null), stretch);
    this.threads.set(tid, stranger);
    return stranger;
  }
  /** `step`: the one under way, for a container that begins. */
  created(parent, event, step) {
    const sameProcess = hasBit(event.flags, CLONE_THREAD);
    const process2 = sameProcess ? parent.process : newProcess(parent.process);
    const child = newThread(process2, parent.stretch);
    child.fresh = true;
    child.filters = parent.filters;
    this.threads.set(event.child, child);
    if (!sameProcess && process2.container === null) this.#enterContainer(parent, event, { process: process2, step });
    if (process2.container !== null) remember(process2.container, event.child);
    return child;
  }
  /** The image is replaced; a thread that is not the first takes the first's id, and all others are gone. */
  executed(event, stretch) {
    const thread = this.thread(event.formerTid, stretch);
    if (event.formerTid !== event.tid) {
      this.threads.delete(event.formerTid);
      this.threads.set(event.tid, thread);
    }
    const { process: process2 } = thread;
    process2.program = programName(event.file) ?? process2.program;
    process2.vanished = 0;
    thread.executed = true;
    if (process2.container !== null && !process2.running) {
      process2.running = true;
      if (process2.role === "init") process2.container.filters = thread.filters;
    }
    return thread;
  }
  ended(tid) {
    this.threads.delete(tid);
    for (const container of this.containers) if (container.root === tid) container.rootEnded = true;
  }
  #enterContainer(parent, event, { process: process2, step }) {
    if (parent.childNamespace === "joined") {
      process2.container = containerBelow(parent.process);
      process2.role = "exec";
    } else if (parent.childNamespace === "created" || hasBit(event.flags, CLONE_NEWPID)) {
      process2.container = this.#begin(event.child, parent.process, step);
    }
  }
  #begin(root, parent, step) {
    if (this.containers.length >= MAX_CONTAINERS) {
      this.overflowed = true;
      return null;
    }
    const usage = new ContainerUsage(step);
    const container = {
      root,
      rootEnded: false,
      id: null,
      userNamespace: null,
      filters: 0,
      members: /* @__PURE__ */ new Set(),
      usage
    };
    this.containers.push(container);
    for (let above = parent; above !== null; above = above.parent) {
      if (above.parent !== null) above.below = above.below === null ? container : "several";
    }
    return container;
  }
};
function remember({ members }, tid) {
  members.delete(tid);
  members.add(tid);
  const [oldest] = members;
  if (members.size > MAX_MEMBERS && oldest !== void 0) members.delete(oldest);
}
__name(remember, "remember");
function containerBelow(process2) {
  for (let above = process2; above !== null; above = above.parent) {
    if (above.below === "several") return null;
    if (above.below !== null) return above.below;
  }
  return null;
}
__name(containerBelow, "containerBelow");
function hasBit(flags, bit) {
  return (flags % 4294967296 & bit) !== 0;
}
__name(hasBit, "hasBit");

// src/core/trace/effect.ts
var PR_SET_SECCOMP = 22;
var SECCOMP_MODE_FILTER = 2;
var SECCOMP_SET_MODE_FILTER = 1;
var SECCOMP_FILTER_FLAG_TSYNC = 1;
var SECCOMP_FILTER_FLAG_NEW_LISTENER = 8;
function effectOf(event, { of }) {
  switch (event.call) {
    case of.prctl:
      return event.argument(0) === PR_SET_SECCOMP && event.argument(1) === SECCOMP_MODE_FILTER ? "filter" : "none";
    case of.seccomp:
      return event.argument(0) === SECCOMP_SET_MODE_FILTER && event.argument(2) !== 0 ? filterEffect(event) : "none";
    case of.unshare:
      return (event.argument(0) & CLONE_NEWPID) !== 0 ? "created" : "none";
    case of.setns:
      return joinsPidNamespace(event.argument(1)) ? "joined" : "none";
    default:
      return "none";
  }
}
__name(effectOf, "effectOf");
function takeEffect(thread, result) {
  const { effect } = thread;
  thread.effect = "none";
  if (result < 0 || result > 0 && effect !== "listener") return false;
  if (effect === "created" || effect === "joined") thread.childNamespace = effect;
  if (effect === "filter" || effect === "listener") thread.filters++;
  return effect === "filter" || effect === "listener" || effect === "filter-all";
}
__name(takeEffect, "takeEffect");
function filterEffect(event) {
  const flags = event.argument(1);
  if ((flags & SECCOMP_FILTER_FLAG_TSYNC) !== 0) return "filter-all";
  return (flags & SECCOMP_FILTER_FLAG_NEW_LISTENER) !== 0 ? "listener" : "filter";
}
__name(filterEffect, "filterEffect");
function joinsPidNamespace(type) {
  return type === 0 || (type & CLONE_NEWPID) !== 0;
}
__name(joinsPidNamespace, "joinsPidNamespace");

// src/core/trace/refusal.ts
function isRefusal(thread, event, context) {
  if (thread.fresh && isBirth(event, context.numbers)) return false;
  if (event.call < 0) return false;
  if (thread.filters === 0) return false;
  if (thread.stretch !== context.stretch) return false;
  return !context.leftOut.has(event.call);
}
__name(isRefusal, "isRefusal");
function refusalAnswer(thread, event) {
  return thread.sigsys ? { kind: "signal", survived: false } : { kind: "errno", errno: Math.abs(event.result) };
}
__name(refusalAnswer, "refusalAnswer");
function isBirth({ call, result }, { of }) {
  return result === 0 && (call === of.clone || call === of.clone3 || call === of.fork || call === of.vfork);
}
__name(isBirth, "isBirth");

// src/core/trace/tally-of.ts
function retally(thread) {
  const { container, running, role, program, compat } = thread.process;
  thread.tally = null;
  if (container === null || !running && thread.filters === 0) return;
  if (compat) container.usage.compat(program);
  else thread.tally = container.usage.tally(role === "exec" ? "exec" : running ? "service" : "runtime", program);
}
__name(retally, "retally");
function hasOwnFilter({ filters, process: process2 }) {
  return filters > (process2.container?.filters ?? 0) && process2.running;
}
__name(hasOwnFilter, "hasOwnFilter");
function survive({ call, tally, ownFilter }, thread) {
  thread.trapped = null;
  const usage = thread.process.container?.usage;
  usage?.refused(tally, { call, ownFilter, answer: { kind: "signal", survived: false } }, -1);
  usage?.refused(tally, { call, ownFilter, answer: { kind: "signal", survived: true } });
}
__name(survive, "survive");

// src/core/trace/attribute.ts
var MARKER = "tightfit:";
var SYS_SECCOMP = 1;
var X32_BIT = 1073741824;
var LOWEST_ERROR = -4095;
var EPERM = 1;
var EACCES = 13;
var NO_ARGUMENTS = [];
var Attribution = class {
  static {
    __name(this, "Attribution");
  }
  descent = new Descent();
  /** The text of the last marker that came by, without its beginning. */
  lastMarker = "";
  #numbers;
  #leftOut;
  /** Which stretch between losses it is. */
  #stretch = 0;
  /** Until when events may be missing their other half. */
  #uncertainUntil = Number.NEGATIVE_INFINITY;
  /** The number of the step under way. */
  step = 0;
  /** @param leftOut numbers that the kernel was told to leave out */
  constructor(numbers, leftOut) {
    this.#numbers = numbers;
    this.#leftOut = new Set(leftOut);
  }
  accept(event) {
    switch (event.kind) {
      case "entered":
        this.#entered(event);
        break;
      case "left":
        this.#left(event);
        break;
      case "capability":
        askCapability(this.#thread(event.tid), event);
        break;
      case "capability-answer":
        answerCapability(this.#thread(event.tid), event.answer);
        break;
      case "created":
        this.#created(event);
        break;
      case "executed":
        this.#executed(event);
        break;
      case "ended":
        this.#ended(event.tid);
        break;
      case "sigsys":
        this.#thread(event.tid).sigsys = event.code === SYS_SECCOMP;
        break;
      case "marker":
        this.#marked(event.text);
        break;
    }
  }
  /** How often events were lost. */
  get gaps() {
    return this.#stretch;
  }
  /** From now on the kernel may leave these calls out: a return of one without the call says nothing any more. */
  leaveOut(calls) {
    for (const call of calls) this.#leftOut.add(call);
  }
  lost(until) {
    this.#uncertainUntil = Math.max(this.#uncertainUntil, until);
    this.#stretch++;
  }
  #thread(tid) {
    return this.descent.thread(tid, this.#stretch);
  }
  #entered(event) {
    const thread = this.#thread(event.tid);
    if (thread.pending === event.call && thread.form !== event.form) return;
    settleCapabilities(thread, { succeeded: false });
    thread.pending = event.call;
    thread.form = event.form;
    if (thread.stretch !== this.#stretch) this.#renew(thread, event.time);
    if (thread.trapped !== null) survive(thread.trapped, thread);
    const { tally } = thread;
    if (event.call < 0 || event.call > MAX_CALL) {
      if (tally !== null) this.#enteredOdd(thread, tally, event.call);
      return;
    }
    if (tally !== null) tally.calls[event.call] = (tally.calls[event.call] ?? 0) + 1;
    if (this.#numbers.special[event.call] === 1) this.#enteredSpecial(thread, event);
  }
  #enteredOdd({ process: process2 }, tally, call) {
    if ((call & X32_BIT) !== 0 && call > 0) process2.container?.usage.compat(process2.program);
    else process2.container?.usage.countOdd(tally, call);
  }
  #enteredSpecial(thread, event) {
    const { process: process2, tally } = thread;
    const { of, watched } = this.#numbers;
    thread.effect = effectOf(event, this.#numbers);
    if (tally !== null) {
      for (const argument of watched.get(event.call) ?? NO_ARGUMENTS) {
        process2.container?.usage.fact(tally, event.call, { argument, value: event.argument(argument) });
      }
    }
    if (event.call !== of.exit && event.call !== of.exit_group) return;
    if (tally !== null && process2.vanished > 0) {
      const refusal = { call: null, answer: { kind: "thread-killed" }, ownFilter: hasOwnFilter(thread) };
      process2.container?.usage.refused(tally, refusal, process2.vanished);
    }
    process2.vanished = 0;
    process2.ending ||= event.call === of.exit_group;
  }
  #left(event) {
    const thread = this.#thread(event.tid);
    if (isTwin(thread, event)) return;
    const withheld = thread.withheld.length > 0;
    settleCapabilities(thread, { succeeded: event.result >= 0 || event.result < LOWEST_ERROR });
    if (thread.stretch !== this.#stretch) this.#renew(thread, event.time);
    else if (this.#isPair(thread, event)) {
      if (!withheld && isDenial(event)) this.#denied(thread, event);
      this.#completed(thread, event);
    } else this.#unpaired(thread, event);
    thread.pending = NO_CALL;
    thread.fresh = false;
    thread.sigsys = false;
  }
  /** The return of a call that the kernel began to leave out while it was under way does not come. */
  #isPair({ pending }, { call }) {
    return pending !== NO_CALL && (pending === call || !this.#leftOut.has(pending));
  }
  #completed(thread, { call, result }) {
    if (thread.effect !== "none") {
      const everyThread = thread.effect === "filter-all";
      if (takeEffect(thread, result)) this.#confined(thread, everyThread);
    }
    if (!thread.executed) return;
    thread.executed = false;
    thread.process.compat = this.#numbers.compatExecve.includes(call);
    retally(thread);
  }
  /** The call was made, and what refused it was neither the filter nor a capability. */
  #denied({ tally, process: process2, pending }, { call, result }) {
    if (tally === null || pending !== call || call < 0 || call > MAX_CALL) return;
    process2.container?.usage.denied(tally, call, -result);
  }
  #confined(thread, everyThread) {
    if (everyThread) {
      for (const other of this.descent.threads.values()) {
        if (other.process !== thread.process) continue;
        other.filters++;
        retally(other);
      }
    }
    retally(thread);
  }
  #unpaired(thread, event) {
    const { tally, process: process2 } = thread;
    const context = { numbers: this.#numbers, leftOut: this.#leftOut, stretch: this.#stretch };
    if (tally === null || !isRefusal(thread, event, context)) return;
    const answer = refusalAnswer(thread, event);
    const ownFilter = hasOwnFilter(thread);
    process2.container?.usage.refused(tally, { call: event.call, answer, ownFilter });
    if (answer.kind === "signal") thread.trapped = { call: event.call, tally, ownFilter };
  }
  /** After a loss nothing is known of a call under way. */
  #renew(thread, time) {
    if (time >= this.#uncertainUntil) thread.stretch = this.#stretch;
  }
  #created(event) {
    const parent = this.#thread(event.tid);
    const child = this.descent.created(parent, event, this.step);
    child.stretch = event.time >= this.#uncertainUntil ? this.#stretch : parent.stretch;
    retally(child);
    const { tally, process: process2, pending } = parent;
    if (tally === null || pending !== this.#numbers.of.clone3) return;
    process2.container?.usage.fact(tally, pending, { argument: 0, value: event.flags });
  }
  #executed(event) {
    const thread = this.descent.executed(event, this.#stretch);
    const { container, role } = thread.process;
    container?.usage.executed(role === "exec" ? "exec" : "service", event.file);
    retally(thread);
  }
  #ended(tid) {
    const thread = this.#thread(tid);
    settleCapabilities(thread, { succeeded: false });
    if (thread.executed) thread.process.container?.usage.compat(thread.process.program);
    const vanished = thread.pending === NO_CALL && thread.trapped === null && thread.stretch === this.#stretch;
    if (vanished && thread.filters > 0 && !thread.process.ending) thread.process.vanished++;
    this.descent.ended(tid);
  }
  #marked(text2) {
    if (!text2.startsWith(MARKER)) return;
    this.lastMarker = text2.slice(MARKER.length).trim();
    if (!/^\d+$/.test(this.lastMarker)) return;
    this.step = Number(this.lastMarker);
    for (const { usage } of this.descent.containers) usage.mark(this.step);
  }
};
function isDenial({ result }) {
  return result === -EPERM || result === -EACCES;
}
__name(isDenial, "isDenial");
function isTwin(thread, { call, form }) {
  const twin = thread.pending === NO_CALL && thread.leftCall === call && thread.form !== form;
  thread.leftCall = twin ? NO_CALL : call;
  thread.form = form;
  return twin;
}
__name(isTwin, "isTwin");

// src/core/trace/completeness.ts
function completenessOf({ lost, caughtUp, found, crowded }) {
  const reasons = [];
  if (lost > 0) reasons.push(`the kernel lost ${lost} events, because they came faster than they could be read`);
  if (!caughtUp) reasons.push("the recorder could not read all events in time");
  if (!found && crowded) reasons.push("more containers were started meanwhile than the recorder tells apart");
  else if (!found) reasons.push("none of the recorded processes is the container's");
  return { complete: reasons.length === 0, reasons };
}
__name(completenessOf, "completenessOf");

// src/core/trace/hot.ts
var ENOUGH = 1e3;
var MOST2 = 64;
var HotCalls = class {
  static {
    __name(this, "HotCalls");
  }
  #candidates;
  #out = /* @__PURE__ */ new Set();
  /** @param always numbers that are always recorded */
  constructor(abi, always) {
    this.#candidates = new Uint8Array(MAX_CALL + 1);
    for (const [number, name] of callNames(abi))
      if (number <= MAX_CALL && canBeLeftOut(name)) this.#candidates[number] = 1;
    for (const number of always) this.#candidates[number] = 0;
  }
  /** Every number to leave out now, when there are new ones; `null` when nothing has changed. */
  look(usage) {
    const before = this.#out.size;
    if (before >= MOST2) return null;
    const counts = usage.serviceCalls();
    for (let call = 0; call <= MAX_CALL && this.#out.size < MOST2; call++) {
      if (this.#candidates[call] !== 1) continue;
      const used = counts[call] ?? 0;
      const refused = usage.timesRefusedInStep(call);
      if (used === 0 ? refused >= ENOUGH : used >= ENOUGH && !usage.wasRefused(call)) this.#out.add(call);
    }
    return this.#out.size > before ? [...this.#out] : null;
  }
  /** A step begins: all calls are recorded again. */
  reset() {
    this.#out.clear();
  }
};

// src/core/trace/page.ts
var TWO_32 = 4294967296;
var MISSED_EVENTS = 1 << 31;
function followsLoss(page) {
  return ((page.words[2] ?? 0) & MISSED_EVENTS) !== 0;
}
__name(followsLoss, "followsLoss");
function pageTime(page, origin) {
  const low = (page.words[0] ?? 0) >>> 0;
  const high = (page.words[1] ?? 0) >>> 0;
  return (high - origin.high) * TWO_32 + (low - origin.low);
}
__name(pageTime, "pageTime");

// src/core/trace/decode.ts
var TWO_322 = 4294967296;
var TEXT_LIMIT = 256;
var EventDecoder = class {
  static {
    __name(this, "EventDecoder");
  }
  #words = new Int32Array(0);
  #bytes = new Uint8Array(0);
  #data = 0;
  #argumentsAt = 0;
  #fills = [];
  #entered;
  #left = { kind: "left", form: "raw", time: 0, tid: 0, call: 0, result: 0 };
  #created = { kind: "created", time: 0, tid: 0, child: 0, flags: 0 };
  #executed = { kind: "executed", time: 0, tid: 0, formerTid: 0, file: "" };
  #ended = { kind: "ended", time: 0, tid: 0 };
  #sigsys = { kind: "sigsys", time: 0, tid: 0, code: 0 };
  #marker = { kind: "marker", time: 0, tid: 0, text: "" };
  #answer = { kind: "capability-answer", time: 0, tid: 0, answer: 0 };
  #asked = {
    kind: "capability",
    time: 0,
    tid: 0,
    capability: 0,
    namespace: 0,
    answer: null
  };
  constructor(layouts) {
    this.#entered = {
      kind: "entered",
      form: "raw",
      time: 0,
      tid: 0,
      call: 0,
      argument: /* @__PURE__ */ __name((index) => this.#long(this.#argumentsAt + index * 2), "argument")
    };
    for (const { name, id, offsets } of layouts) {
      const [first2 = 0, second = 0, third = 0] = offsets.map((offset) => offset >> 2);
      this.#fills[id] = this.#fillOf(name, [first2, second, third]);
    }
  }
  open(page) {
    this.#words = page.words;
    this.#bytes = page.bytes;
  }
  /** `data`: index of the word where the entry's data begins. `null` for an event that is not read. */
  decode(data, time) {
    const fill = this.#fills[(this.#words[data] ?? 0) & 65535];
    if (fill === void 0) return null;
    this.#data = data;
    const event = fill(data);
    event.time = time;
    event.tid = this.#words[data + (TID_OFFSET >> 2)] ?? 0;
    return event;
  }
  #fillOf(name, [first2, second, third]) {
    switch (name) {
      case "raw_syscalls/sys_enter":
        return (data) => this.#enter(data + first2, data + second, "raw");
      case "raw_syscalls/sys_exit":
        return (data) => this.#leave(data + first2, data + second, "raw");
      case "syscalls/sys_enter":
        return (data) => this.#enter(data + first2, data + second, "named");
      case "syscalls/sys_exit":
        return (data) => this.#leave(data + first2, data + second, "named");
      case "task/task_newtask":
        return (data) => {
          this.#created.child = this.#int(data + first2);
          this.#created.flags = this.#long(data + second);
          return this.#created;
        };
      case "sched/sched_process_exec":
        return (data) => {
          this.#executed.file = this.#locatedText(data + first2);
          this.#executed.formerTid = this.#int(data + second);
          return this.#executed;
        };
      case "sched/sched_process_exit":
        return () => this.#ended;
      case "signal/signal_generate":
        return (data) => {
          this.#sigsys.code = this.#int(data + first2);
          return this.#sigsys;
        };
      case "ftrace/print":
        return (data) => {
          this.#marker.text = this.#text((data + first2) * 4, TEXT_LIMIT);
          return this.#marker;
        };
      case "capability/cap_capable":
        return (data) => this.#check(data + first2, data + second, this.#int(data + third));
      case "kprobe/cap_enter":
        return (data) => this.#check(data + first2, data + second, null);
      case "kprobe/cap_exit":
        return (data) => {
          this.#answer.answer = this.#int(data + first2);
          return this.#answer;
        };
    }
  }
  #enter(call, firstArgument, form) {
    this.#entered.form = form;
    this.#entered.call = this.#int(call);
    this.#argumentsAt = firstArgument;
    return this.#entered;
  }
  #leave(call, result, form) {
    this.#left.form = form;
    this.#left.call = this.#int(call);
    this.#left.result = this.#signedLong(result);
    return this.#left;
  }
  #check(namespace, capability, answer) {
    this.#asked.namespace = this.#pointer(namespace);
    this.#asked.capability = this.#int(capability);
    this.#asked.answer = answer;
    return this.#asked;
  }
  #int(word) {
    return this.#words[word] ?? 0;
  }
  #long(word) {
    return (this.#int(word + 1) >>> 0) * TWO_322 + (this.#int(word) >>> 0);
  }
  #signedLong(word) {
    return this.#int(word + 1) * TWO_322 + (this.#int(word) >>> 0);
  }
  /** A kernel address without its upper 12 bits, which are all the same, so that it is exact in a number. */
  #pointer(word) {
    return (this.#int(word + 1) & 1048575) * TWO_322 + (this.#int(word) >>> 0);
  }
  #locatedText(word) {
    const location = this.#int(word);
    return this.#text(this.#data * 4 + (location & 65535), Math.min(location >>> 16, TEXT_LIMIT));
  }
  /** Bytes as Latin-1 up to the first NUL: what they mean is for others, here they only must not be lost. */
  #text(from, limit) {
    let text2 = "";
    for (let at = from; at < from + limit; at++) {
      const byte = this.#bytes[at] ?? 0;
      if (byte === 0) break;
      text2 += String.fromCharCode(byte);
    }
    return text2;
  }
};

// src/core/trace/page-cursor.ts
var TWO_323 = 4294967296;
var HEADER_BYTES = 16;
var PADDING = 29;
var TIME_EXTEND = 30;
var TIME_STAMP = 31;
var COMMIT_MASK = 1073741823;
var PageCursor = class {
  static {
    __name(this, "PageCursor");
  }
  #origin;
  #decoder;
  #words = new Int32Array(0);
  #at = 0;
  #end = 0;
  #time = 0;
  constructor(layouts, origin) {
    this.#origin = origin;
    this.#decoder = new EventDecoder(layouts);
  }
  /** Starts on a page; its memory must stay as it is until the next `open`. */
  open(page) {
    this.#words = page.words;
    this.#decoder.open(page);
    this.#time = pageTime(page, this.#origin);
    this.#at = HEADER_BYTES >> 2;
    const committed = (page.words[2] ?? 0) & COMMIT_MASK;
    this.#end = Math.min(this.#at + (committed >> 2), page.words.length);
  }
  /** The next event that is read, `null` at the end of the page. */
  next() {
    while (this.#at < this.#end) {
      const header = this.#words[this.#at] ?? 0;
      const type = header & 31;
      const data = this.#at + 1;
      if (type >= PADDING) {
        if (!this.#skip(type, header >>> 5)) return null;
        continue;
      }
      this.#time += header >>> 5;
      const short = type !== 0;
      const words = short ? type : Math.max(1, (this.#words[data] ?? 0) + 3 >> 2);
      this.#at = data + words;
      if (this.#at > this.#end) return null;
      const event = this.#decoder.decode(short ? data : data + 1, this.#time);
      if (event !== null) return event;
    }
    return null;
  }
  /** Time entries and discarded events; false when nothing follows on this page. */
  #skip(type, delta) {
    const value = (this.#words[this.#at + 1] ?? 0) >>> 0;
    if (type === TIME_STAMP) this.#time = this.#absolute(value, delta);
    else if (type === TIME_EXTEND) this.#time += value * 2 ** 27 + delta;
    else if (delta === 0) return false;
    else {
      this.#time += delta;
      this.#at += 1 + Math.ceil(value / 4);
      return true;
    }
    this.#at += 2;
    return true;
  }
  /** A full timestamp, of which the lowest 59 bits are stored; the rest is 0 for the first 18 years of uptime. */
  #absolute(high, low) {
    const upper = Math.floor(high / 32);
    const lower = high % 32 * 2 ** 27 + low;
    return (upper - this.#origin.high) * TWO_323 + (lower - this.#origin.low);
  }
};

// src/core/trace/lane.ts
var Lane = class {
  static {
    __name(this, "Lane");
  }
  #source;
  #origin;
  #cursor;
  #ring;
  #first = 0;
  #count = 0;
  #open = false;
  /** The oldest event not yet taken. */
  head = null;
  /** Everything older, in nanoseconds since the origin, has been read. */
  readUntil = Number.NEGATIVE_INFINITY;
  constructor(source, settings) {
    this.#source = source;
    this.#origin = settings.origin;
    this.#cursor = new PageCursor(settings.layouts, settings.origin);
    this.#ring = Array.from({ length: settings.pages }, () => newPage(settings.pageSize));
  }
  /**
   * Reads what there is, as far as there is room. `now`: a time just past, before which every event is in the buffer.
   * Gives the time before which events were lost, `null` when none were; true in `more` when the buffer holds more.
   */
  fill(now) {
    let lostUntil = null;
    while (this.#count < this.#ring.length) {
      const page = this.#ring[(this.#first + this.#count) % this.#ring.length];
      if (page === void 0 || !this.#source.read(page)) {
        this.readUntil = now;
        this.#settle();
        return { lostUntil, more: false };
      }
      this.readUntil = pageTime(page, this.#origin);
      if (followsLoss(page)) lostUntil = this.readUntil;
      this.#count++;
    }
    this.#settle();
    return { lostUntil, more: true };
  }
  /** Lets go of the head and takes the next event. */
  advance() {
    this.head = this.#open ? this.#cursor.next() : null;
    if (this.head === null) this.#nextPage();
  }
  #settle() {
    if (this.head === null) this.advance();
  }
  #nextPage() {
    while (this.head === null) {
      if (this.#open) this.#release();
      const page = this.#ring[this.#first];
      if (page === void 0 || this.#count === 0) return;
      this.#cursor.open(page);
      this.#open = true;
      this.head = this.#cursor.next();
    }
  }
  #release() {
    this.#open = false;
    this.#first = (this.#first + 1) % this.#ring.length;
    this.#count--;
  }
};
function newPage(size) {
  const memory = new ArrayBuffer(size);
  return { bytes: new Uint8Array(memory), words: new Int32Array(memory) };
}
__name(newPage, "newPage");

// src/core/trace/merge.ts
var Merge = class {
  static {
    __name(this, "Merge");
  }
  #lanes;
  #sink;
  constructor(lanes, sink) {
    this.#lanes = lanes;
    this.#sink = sink;
  }
  /**
   * Reads each lane as far as there is room and gives on what is in order. `now`: nanoseconds since the origin.
   * True when there is more to read at once.
   */
  round(now) {
    let more = false;
    for (const lane of this.#lanes) {
      const filled = lane.fill(now);
      if (filled.lostUntil !== null) this.#sink.lost(filled.lostUntil);
      more ||= filled.more;
    }
    this.#giveUntil(Math.min(...this.#lanes.map((lane) => lane.readUntil)));
    return more;
  }
  /** Events at the limit itself too: a page may begin at the very time the one before it ends. */
  #giveUntil(limit) {
    for (; ; ) {
      let first2 = null;
      let firstTime = Number.POSITIVE_INFINITY;
      let secondTime = limit;
      for (const lane of this.#lanes) {
        const time = lane.head?.time ?? Number.POSITIVE_INFINITY;
        if (time < firstTime) {
          secondTime = Math.min(secondTime, firstTime);
          firstTime = time;
          first2 = lane;
        } else if (time < secondTime) {
          secondTime = time;
        }
      }
      if (first2 === null || firstTime > limit) return;
      this.#giveRun(first2, secondTime);
    }
  }
  /** One lane's events up to the next of another lane: runs are long, because switches between CPUs are rare. */
  #giveRun(lane, until) {
    for (let event = lane.head; event !== null && event.time <= until; event = lane.head) {
      this.#sink.accept(event);
      lane.advance();
    }
  }
};

// src/adapters/tracefs/capability-events.ts
import { existsSync as existsSync5, writeFileSync } from "node:fs";
import { join as join10 } from "node:path";
var PROBE_GROUP = "tightfit_";
var NO_CAPABILITY_EVENTS = { source: "none", places: [], remove: /* @__PURE__ */ __name(() => void 0, "remove") };
function capabilityEvents(tracefs, owner) {
  const tracepoint = "capability/cap_capable";
  if (existsSync5(join10(tracefs, "events", tracepoint))) {
    return { ...NO_CAPABILITY_EVENTS, source: "tracepoint", places: [{ name: tracepoint, folder: tracepoint }] };
  }
  const group = `${PROBE_GROUP}${owner.replace(/\W/g, "_")}`;
  const file = join10(tracefs, "kprobe_events");
  if (!existsSync5(file) || !wrote(file, probes(group))) return NO_CAPABILITY_EVENTS;
  return {
    source: "kprobe",
    places: [
      { name: "kprobe/cap_enter", folder: `${group}/cap_enter` },
      { name: "kprobe/cap_exit", folder: `${group}/cap_exit` }
    ],
    remove: /* @__PURE__ */ __name(() => {
      for (const name of ["cap_exit", "cap_enter"]) wrote(file, `-:${group}/${name}
`);
    }, "remove")
  };
}
__name(capabilityEvents, "capabilityEvents");
function probes(group) {
  return `p:${group}/cap_enter cap_capable target_ns=$arg2:x64 cap=$arg3:s32
r:${group}/cap_exit cap_capable ret=$retval:s32
`;
}
__name(probes, "probes");
function wrote(file, text2) {
  try {
    writeFileSync(file, text2, { flag: "a" });
    return true;
  } catch {
    return false;
  }
}
__name(wrote, "wrote");

// src/adapters/tracefs/configure.ts
import { readFileSync as readFileSync5 } from "node:fs";
import { availableParallelism, freemem } from "node:os";
import { join as join11 } from "node:path";
var EVENTS = [
  { name: "task/task_newtask", folder: "task/task_newtask" },
  { name: "sched/sched_process_exec", folder: "sched/sched_process_exec" },
  { name: "sched/sched_process_exit", folder: "sched/sched_process_exit" },
  { name: "signal/signal_generate", folder: "signal/signal_generate" }
];
var CALL_EVENTS = [
  { name: "raw_syscalls/sys_enter", folder: "raw_syscalls/sys_enter" },
  { name: "raw_syscalls/sys_exit", folder: "raw_syscalls/sys_exit" }
];
var MARKER_EVENT = { name: "ftrace/print", folder: "ftrace/print" };
var SIGSYS = 31;
var MEBIBYTE = 1024 * 1024;
var LARGEST_BUFFER = 32 * MEBIBYTE;
var SMALLEST_BUFFER = 2 * MEBIBYTE;
var MEMORY_SHARE = 1 / 16;
function eventLayouts(tracefs, capability) {
  return [...CALL_EVENTS, ...EVENTS, MARKER_EVENT, ...capability].map(({ name, folder }) => {
    const layout = eventLayout(name, parseEventFormat(formatText(join11(tracefs, "events", folder, "format"))));
    if (typeof layout !== "string") return layout;
    throw new EnvironmentError(`this kernel cannot be read: ${layout}`, "Run on a stock kernel, 4.18 or newer.");
  });
}
__name(eventLayouts, "eventLayouts");
async function configureBuffer(instance) {
  await instance.writeSlowly("trace_clock", "mono");
  await allocate(instance, bufferSize(freemem(), availableParallelism()));
  instance.write("events/signal/signal_generate/filter", `sig == ${SIGSYS}`);
}
__name(configureBuffer, "configureBuffer");
function enableEvents(instance, capability) {
  for (const { folder } of [...EVENTS, ...capability]) instance.write(`events/${folder}/enable`, "1");
}
__name(enableEvents, "enableEvents");
function bufferSize(free, cpus) {
  const share2 = Math.floor(free * MEMORY_SHARE / cpus);
  return Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, share2));
}
__name(bufferSize, "bufferSize");
async function allocate(instance, size) {
  for (let bytes = size; ; bytes /= 2) {
    try {
      await instance.writeSlowly("buffer_size_kb", String(Math.floor(bytes / 1024)));
      return;
    } catch (error) {
      if (bytes / 2 >= SMALLEST_BUFFER) continue;
      const advice = "Free memory on this machine.";
      throw new EnvironmentError(`no memory for a trace buffer of ${size / MEBIBYTE} MiB`, advice, { cause: error });
    }
  }
}
__name(allocate, "allocate");
function formatText(path) {
  try {
    return readFileSync5(path, "utf8");
  } catch {
    return "";
  }
}
__name(formatText, "formatText");

// src/adapters/tracefs/container-of-process.ts
import { readFileSync as readFileSync6 } from "node:fs";
import { join as join12 } from "node:path";
function containerOfProcess(pid, proc = "/proc") {
  try {
    return containerInCgroup(readFileSync6(join12(proc, String(pid), "cgroup"), "utf8"));
  } catch {
    return null;
  }
}
__name(containerOfProcess, "containerOfProcess");
function containerInCgroup(text2) {
  return [...text2.matchAll(/(?<![0-9a-f]|libpod-conmon-)[0-9a-f]{64}(?![0-9a-f])/g)].at(-1)?.[0] ?? null;
}
__name(containerInCgroup, "containerInCgroup");

// src/adapters/tracefs/engine-threads.ts
import { readdirSync as readdirSync3 } from "node:fs";
import { join as join13 } from "node:path";
var ROUNDS = 20;
function followDescent(instance, pids, proc = "/proc") {
  instance.write("options/event-fork", "1");
  const known = /* @__PURE__ */ new Set();
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = pids.flatMap((pid) => threadsOf(proc, pid)).filter((tid) => !known.has(tid));
    if (fresh.length === 0) break;
    for (const tid of fresh) known.add(tid);
    instance.append("set_event_pid", fresh.join(" "));
  }
  return known.size;
}
__name(followDescent, "followDescent");
function threadsOf(proc, pid) {
  try {
    return readdirSync3(join13(proc, String(pid), "task"));
  } catch {
    return [];
  }
}
__name(threadsOf, "threadsOf");

// src/adapters/tracefs/instance.ts
import { closeSync as closeSync3, existsSync as existsSync6, mkdirSync, openSync as openSync3, readFileSync as readFileSync7, writeFileSync as writeFileSync2, writeSync } from "node:fs";
import { rmdir, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { join as join14 } from "node:path";
var INSTANCE_PREFIX = "tightfit-";
var ATTEMPTS = 3;
var REMOVE_FOR = 1e4;
var REMOVE_AGAIN_AFTER = 50;
var TraceInstance = class _TraceInstance {
  static {
    __name(this, "TraceInstance");
  }
  path;
  #marker;
  constructor(path, marker) {
    this.path = path;
    this.#marker = marker;
  }
  /** @param owner sets the name apart from those of other recorders. Throws EnvironmentError when the kernel refuses. */
  static create(tracefs, owner) {
    for (let attempt = 1; ; attempt++) {
      const path = join14(tracefs, "instances", `${INSTANCE_PREFIX}${owner}-${attempt}`);
      try {
        mkdirSync(path);
        return new _TraceInstance(path, openSync3(join14(path, "trace_marker"), "w"));
      } catch (error) {
        if (attempt < ATTEMPTS && ["ENOENT", "EEXIST"].includes(errorCode(error))) continue;
        throw new EnvironmentError(
          `the kernel refuses a trace instance at ${path}: ${errorCode(error)}`,
          "Check that /sys/kernel/tracing is writable for root and that memory is not exhausted.",
          { cause: error }
        );
      }
    }
  }
  /** Throws the file system's error. */
  write(file, text2) {
    writeFileSync2(join14(this.path, file), text2, { flag: "w" });
  }
  /** The same for what takes the kernel tens of milliseconds: other recordings go on meanwhile. */
  writeSlowly(file, text2) {
    return writeFile(join14(this.path, file), text2, { flag: "w" });
  }
  /** Adds to what the file says. */
  append(file, text2) {
    writeFileSync2(join14(this.path, file), text2, { flag: "a" });
  }
  read(file) {
    return readFileSync7(join14(this.path, file), "utf8");
  }
  has(file) {
    return existsSync6(join14(this.path, file));
  }
  /** Writes a line into the stream of events. */
  mark(text2) {
    writeSync(this.#marker, text2);
  }
  /** Stops recording and removes the buffer; every other file of it has to be closed. False when it could not be removed. */
  async remove() {
    try {
      this.write("tracing_on", "0");
    } catch {
    }
    closeSync3(this.#marker);
    for (let waited = 0; waited < REMOVE_FOR; waited += REMOVE_AGAIN_AFTER) {
      if (await removed(this.path)) return true;
      await sleep(REMOVE_AGAIN_AFTER);
    }
    return false;
  }
};
async function removed(path) {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    return errorCode(error) === "ENOENT";
  }
}
__name(removed, "removed");

// src/adapters/tracefs/losses.ts
import { readdirSync as readdirSync4 } from "node:fs";
import { join as join15 } from "node:path";
var LOSSES = /^(?:overrun|commit overrun|dropped events): (\d+)$/gm;
function lostEvents(instance) {
  return readdirSync4(join15(instance.path, "per_cpu")).map((cpu) => countLosses(instance.read(join15("per_cpu", cpu, "stats")))).reduce((sum, count2) => sum + count2, 0);
}
__name(lostEvents, "lostEvents");
function countLosses(stats) {
  return [...stats.matchAll(LOSSES)].reduce((sum, [, count2]) => sum + Number(count2), 0);
}
__name(countLosses, "countLosses");

// src/adapters/tracefs/page-size.ts
import { readFileSync as readFileSync8 } from "node:fs";
import { join as join16 } from "node:path";
var USUAL = 4096;
function pageSize(tracefs) {
  try {
    return pageSizeIn(readFileSync8(join16(tracefs, "events", "header_page"), "utf8"));
  } catch {
    return USUAL;
  }
}
__name(pageSize, "pageSize");
function pageSizeIn(text2) {
  const [, offset, size] = /\bdata;\s*offset:(\d+);\s*size:(\d+);/.exec(text2) ?? [];
  return offset === void 0 || size === void 0 ? USUAL : Number(offset) + Number(size);
}
__name(pageSizeIn, "pageSizeIn");

// src/adapters/tracefs/raw-buffers.ts
import { closeSync as closeSync4, constants as constants3, openSync as openSync4, readdirSync as readdirSync5, readSync as readSync2 } from "node:fs";
import { join as join17 } from "node:path";
function openRawBuffers(instance) {
  const folder = join17(instance.path, "per_cpu");
  const cpus = readdirSync5(folder).filter((name) => /^cpu\d+$/.test(name));
  const files = cpus.map(
    (cpu) => openSync4(join17(folder, cpu, "trace_pipe_raw"), constants3.O_RDONLY | constants3.O_NONBLOCK)
  );
  return {
    sources: files.map((file) => ({ read: /* @__PURE__ */ __name(({ bytes }) => readPage(file, bytes), "read") })),
    close: /* @__PURE__ */ __name(() => {
      for (const file of files) closeSync4(file);
    }, "close")
  };
}
__name(openRawBuffers, "openRawBuffers");
function readPage(file, bytes) {
  try {
    return readSync2(file, bytes) === bytes.length;
  } catch (error) {
    if (errorCode(error) === "EAGAIN" || errorCode(error) === "EINTR") return false;
    throw error;
  }
}
__name(readPage, "readPage");

// src/adapters/tracefs/recording.ts
var PAGES_AHEAD = 64;
var SETTLED_AFTER = 1000000n;
var LOOK_EVERY = 20;
var LOOK_SOON = 2;
var FIRST_MARKER_WITHIN = 2e3;
var LAST_MARKER_WITHIN = 8e3;
var FIRST_STEP = "0";
var LAST_STEP = "end";
async function beginRecording(setup) {
  const instance = TraceInstance.create(setup.tracefs, setup.owner);
  const capabilities = setup.callsOnly ? NO_CAPABILITY_EVENTS : capabilityEvents(setup.tracefs, setup.owner);
  let buffers = null;
  try {
    const layouts = [...eventLayouts(setup.tracefs, capabilities.places), ...setup.namedCalls];
    await configureBuffer(instance);
    buffers = openRawBuffers(instance);
    const lanes = { layouts, pages: PAGES_AHEAD, pageSize: pageSize(setup.tracefs) };
    const recording = new KernelRecording({ instance, capabilities, buffers, lanes }, setup);
    if (followDescent(instance, setup.engine) === 0) throw nothingToFollow(setup.engine);
    enableEvents(instance, capabilities.places);
    await recording.begin();
    return recording;
  } catch (error) {
    buffers?.close();
    await instance.remove();
    capabilities.remove();
    throw error;
  }
}
__name(beginRecording, "beginRecording");
var KernelRecording = class {
  static {
    __name(this, "KernelRecording");
  }
  #parts;
  #attribution;
  #merge;
  #origin = process.hrtime.bigint();
  #hot;
  #calls;
  #leftOut;
  /** Left out within some step. */
  #thinned = /* @__PURE__ */ new Set();
  #step = 0;
  #subject = { container: null, pid: 0 };
  #over = new AbortController();
  #failure = null;
  #pumping = Promise.resolve();
  constructor(parts, setup) {
    this.#parts = parts;
    this.#attribution = new Attribution(callNumbers(setup.abi, setup.watched), new Set(setup.leftOut));
    this.#hot = new HotCalls(setup.abi, [...setup.leftOut, ...setup.watched.map(({ call }) => call)]);
    this.#calls = new CallEvents(parts.instance, setup.abi, setup.leftOut);
    this.#leftOut = setup.leftOut;
    const origin = { high: Number(this.#origin >> 32n), low: Number(this.#origin & 0xffffffffn) };
    const lanes = parts.buffers.sources.map((source) => new Lane(source, { ...parts.lanes, origin }));
    this.#merge = new Merge(lanes, this.#attribution);
  }
  get capabilities() {
    return this.#parts.capabilities;
  }
  /** Writes the first marker, waits until it has come back and keeps reading from then on. */
  async begin() {
    this.mark(0);
    if (!await this.#passes(FIRST_STEP, FIRST_MARKER_WITHIN)) {
      throw new EnvironmentError(
        "the kernel takes trace markers and does not give them back",
        "Report it with the output of `uname -a`."
      );
    }
    this.#pumping = this.#pump();
  }
  /** Which container the record is about. `pid`: host pid of its first process, 0 when unknown. */
  follow(container, pid) {
    this.#subject = { container, pid };
  }
  /** A step begins. */
  mark(step) {
    this.#hot.reset();
    this.#step = step;
    this.#calls.recordAll();
    this.#write(String(step));
  }
  /** Numbers of the calls that the container was refused since the step began. */
  refusedInStep() {
    return this.#attribution.descent.containers.filter((container) => isSubject(this.#subject, container)).flatMap(({ usage }) => usage.refusedInStep());
  }
  /** Host ids of the threads that the container has or had. */
  members() {
    const containers = this.#attribution.descent.containers.filter((container) => isSubject(this.#subject, container));
    return new Set(containers.flatMap(({ members }) => [...members]));
  }
  /** Everything until now. Nothing more is recorded; `remove` is still to be called. */
  async end() {
    await this.#stopPumping();
    return this.#failure === null ? this.#summary() : interruptedSummary(this.#failure);
  }
  /** Takes away everything that the recording made in the kernel, whether it was ended or not. */
  async remove() {
    await this.#stopPumping();
    this.#parts.buffers.close();
    await this.#parts.instance.remove();
    this.#parts.capabilities.remove();
  }
  async #summary() {
    this.#write(LAST_STEP);
    const caughtUp = await this.#passes(LAST_STEP, LAST_MARKER_WITHIN);
    const { containers, overflowed } = this.#attribution.descent;
    const rows = rowsOf(this.#subject, containers);
    const lost = Math.max(lostEvents(this.#parts.instance), this.#attribution.gaps);
    const completeness = completenessOf({ lost, caughtUp, found: rows !== null, crowded: overflowed });
    return { completeness, rows: rows ?? NO_ROWS, thinned: [...this.#thinned] };
  }
  async #stopPumping() {
    this.#over.abort();
    await this.#pumping;
  }
  async #pump() {
    try {
      while (!this.#over.signal.aborted) {
        const pause = this.#look() ? 0 : LOOK_EVERY;
        await sleep2(pause, void 0, { signal: this.#over.signal }).catch(() => void 0);
      }
    } catch (error) {
      this.#failure = `the recorder failed: ${errorCode(error)}`;
    }
  }
  #write(marker) {
    this.#parts.instance.mark(`${MARKER}${marker}`);
  }
  /** Reads until a marker has come by, with all that was before it; false when it does not in time. */
  async #passes(step, within) {
    const deadline = this.#now() + within * 1e6;
    while (this.#attribution.lastMarker !== step) {
      if (this.#now() > deadline) return false;
      await sleep2(this.#look() ? 0 : LOOK_SOON);
    }
    return true;
  }
  /** Whether there is more to read at once. */
  #look() {
    const more = this.#merge.round(this.#now());
    this.#nameContainers();
    this.#thinOut();
    return more;
  }
  /** A container is known by the control group of its first process, which is there until its command has ended. */
  #nameContainers() {
    for (const container of this.#attribution.descent.containers) {
      if (container.id === null && !container.rootEnded) container.id = containerOfProcess(container.root);
    }
  }
  /** What the service does over and over again need not be recorded every time. */
  #thinOut() {
    if (this.#attribution.step !== this.#step) return;
    const subject = this.#attribution.descent.containers.find((container) => isSubject(this.#subject, container));
    const hot = subject === void 0 ? null : this.#hot.look(subject.usage);
    if (hot === null) return;
    for (const call of hot) this.#thinned.add(call);
    this.#attribution.leaveOut(hot);
    this.#calls.leaveOut([...this.#leftOut, ...hot]);
  }
  /** Nanoseconds since the origin, before which every event is in the buffer. */
  #now() {
    return Number(process.hrtime.bigint() - this.#origin - SETTLED_AFTER);
  }
};
function nothingToFollow(pids) {
  return new EnvironmentError(
    `the engine's processes ${pids.join(", ")} are not on this machine`,
    "Run on the machine where the engine runs."
  );
}
__name(nothingToFollow, "nothingToFollow");

// src/adapters/tracefs/sweep.ts
import { readdirSync as readdirSync6, readFileSync as readFileSync9, writeFileSync as writeFileSync3 } from "node:fs";
import { join as join18 } from "node:path";
async function sweepInstances(tracefs) {
  const folder = join18(tracefs, "instances");
  for (const name of readdirSync6(folder)) if (name.startsWith(INSTANCE_PREFIX)) await removed(join18(folder, name));
  sweepProbes(join18(tracefs, "kprobe_events"));
}
__name(sweepInstances, "sweepInstances");
function sweepProbes(file) {
  for (const line of linesOf(file)) {
    const name = /^[pr]\d*:(\S+)/.exec(line)?.[1];
    if (name?.startsWith(PROBE_GROUP) !== true) continue;
    try {
      writeFileSync3(file, `-:${name}
`, { flag: "a" });
    } catch {
    }
  }
}
__name(sweepProbes, "sweepProbes");
function linesOf(file) {
  try {
    return readFileSync9(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
__name(linesOf, "linesOf");

// src/adapters/tracefs/host-abi.ts
import { arch, endianness } from "node:os";
function hostAbi() {
  const machine = arch();
  if (endianness() === "LE" && machine === "x64") return "x86_64";
  if (endianness() === "LE" && machine === "arm64") return "aarch64";
  throw new EnvironmentError(`the syscalls of ${machine} are not known`, "Run on x86_64 or aarch64.");
}
__name(hostAbi, "hostAbi");

// src/recorder/recordings.ts
var MOST3 = 8;
var Recordings = class {
  static {
    __name(this, "Recordings");
  }
  #recordings = /* @__PURE__ */ new Map();
  #messages = new KernelMessages();
  /** Where in the kernel's log each recording began; `null` where that cannot be read. */
  #places = /* @__PURE__ */ new WeakMap();
  #removals = /* @__PURE__ */ new Set();
  #tracefs = null;
  /** The same as long as the machine runs, and hundreds of files to read. */
  #namedCalls = [];
  #begun = 0;
  /** Finds tracefs and removes what killed recorders left in it. */
  async prepare() {
    try {
      this.#tracefs = mountedTracefs();
      await sweepInstances(this.#tracefs);
      this.#namedCalls = namedCallLayouts(this.#tracefs);
      return { say: "ready" };
    } catch (error) {
      return failed(error);
    }
  }
  /** Does what a line asks for; a failure is an answer. */
  async answer(line) {
    const command = parseCommand(line);
    try {
      if (command === null) throw new InternalError("the recorder was given a line that is no command");
      return await this.#do(command);
    } catch (error) {
      return failed(error);
    }
  }
  /** Ends everything without records and waits until nothing is left of it in the kernel. */
  async removeAll() {
    const all = [...this.#recordings.values()];
    this.#recordings.clear();
    this.#messages.close();
    await Promise.allSettled([...this.#removals, ...all.map((recording) => recording.remove())]);
  }
  async #do(command) {
    switch (command.do) {
      case "begin":
        return this.#begin(command);
      case "follow":
        this.#recording(command).follow(command.container, command.pid);
        return { say: "done" };
      case "surroundings":
        this.#recording(command);
        return { say: "surroundings", facts: containerSurroundings("/proc", command.container, command.pid) };
      case "seccomp":
        this.#recording(command);
        return { say: "seccomp", profile: containerSeccomp("/proc", command.container, command.pid) };
      case "refusals":
        return { say: "refusals", calls: this.#recording(command).refusedInStep() };
      case "messages":
        return { say: "messages", lines: this.#messagesOf(this.#recording(command)) };
      case "mark":
        this.#recording(command).mark(command.step);
        return { say: "done" };
      case "end":
        return this.#end(command);
    }
  }
  async #begin({ recording, engine, leftOut, watched, callsOnly }) {
    if (this.#tracefs === null) throw new InternalError("a recording was asked for without tracefs");
    if (this.#recordings.size >= MOST3 || this.#recordings.has(recording)) {
      throw new InternalError(`recording ${recording} cannot begin beside ${this.#recordings.size} others`);
    }
    const abi = hostAbi();
    const owner = `${process.pid}-${++this.#begun}`;
    const setup = { tracefs: this.#tracefs, abi, owner, engine, leftOut, watched, callsOnly };
    const begun = await beginRecording({ ...setup, namedCalls: this.#namedCalls });
    this.#recordings.set(recording, begun);
    this.#places.set(begun, callsOnly ? null : this.#messages.place());
    return { say: "begun", capabilities: begun.capabilities.source, abi };
  }
  #messagesOf(recording) {
    const place = this.#places.get(recording) ?? null;
    return place === null ? null : this.#messages.since(place, recording.members());
  }
  async #end(command) {
    const recording = this.#recording(command);
    this.#recordings.delete(command.recording);
    try {
      return { say: "recorded", summary: await recording.end() };
    } finally {
      this.#removeLater(recording);
    }
  }
  /** The record need not wait for the kernel to free its buffers. */
  #removeLater(recording) {
    const removal = recording.remove().finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }
  #recording({ recording }) {
    const found = this.#recordings.get(recording);
    if (found === void 0) throw new InternalError(`there is no recording ${recording}`);
    return found;
  }
};
function failed(error) {
  if (error instanceof EnvironmentError) return { say: "failed", reason: error.message, advice: error.advice };
  const reason = error instanceof Error ? error.message : String(error);
  return { say: "failed", reason, advice: "Report it with the output of `uname -a`." };
}
__name(failed, "failed");

// src/recorder/serve.ts
var LONGEST_LIFETIME = 24 * 60 * 60 * 1e3;
async function serve({ lifetime, input, output }) {
  if (!(lifetime > 0 && lifetime <= LONGEST_LIFETIME)) return 2;
  const lines = createInterface({ input, crlfDelay: Infinity });
  const end = /* @__PURE__ */ __name(() => {
    lines.close();
  }, "end");
  const deadline = setTimeout(end, lifetime);
  for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => void 0);
  process.on("SIGTERM", end);
  output.on("error", end);
  const say = /* @__PURE__ */ __name((answer) => {
    if (output.writable) output.write(`${JSON.stringify(answer)}
`);
  }, "say");
  const recordings = new Recordings();
  try {
    say(await recordings.prepare());
    for await (const line of lines) say(await recordings.answer(line));
  } finally {
    clearTimeout(deadline);
    await recordings.removeAll();
  }
  input.destroy();
  return 0;
}
__name(serve, "serve");

// src/recorder/main.ts
process.exitCode = await serve({
  lifetime: Number(process.argv[2]),
  input: process.stdin,
  output: process.stdout
});
