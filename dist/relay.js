import { createRequire as makeRequire } from 'node:module';
const require = makeRequire(import.meta.url);
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });

// src/relay/place.ts
import { readFileSync, readlinkSync } from "node:fs";

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

// src/core/smoke/container-cgroup.ts
function isInContainer(cgroupFile, container2) {
  if (!/^[0-9a-f]{64}$/.test(container2)) return false;
  return cgroupFile.split("\n").flatMap((line) => line.split(":").slice(2).join(":").split("/")).some((part) => [container2, `libpod-${container2}`].includes(part) || isScopeOf(container2, part));
}
__name(isInContainer, "isInContainer");
function isScopeOf(container2, part) {
  return part.endsWith(`-${container2}.scope`) && !part.startsWith("libpod-conmon-");
}
__name(isScopeOf, "isScopeOf");

// src/core/smoke/container-process.ts
function isProcessOfContainer({ cgroup, mountinfo }, container2) {
  if (!/^[0-9a-f]{64}$/.test(container2)) return false;
  const mounted = new RegExp(`^\\d+ \\d+ \\S+ \\S*/${container2}/\\S* /etc/(?:resolv\\.conf|hostname|hosts) `, "m");
  return isInContainer(cgroup, container2) || mounted.test(mountinfo);
}
__name(isProcessOfContainer, "isProcessOfContainer");

// src/relay/place.ts
function assertEntered({ pid: pid2, container: container2 }) {
  const text = /* @__PURE__ */ __name((name) => read(() => readFileSync(`/proc/${pid2}/${name}`, "utf8")), "text");
  const isMember = /* @__PURE__ */ __name(() => isProcessOfContainer({ cgroup: text("cgroup"), mountinfo: text("mountinfo") }, container2), "isMember");
  const before = isMember();
  const theirs = read(() => readlinkSync(`/proc/${pid2}/ns/net`));
  if (!before || !isMember()) {
    throw new EnvironmentError(`/proc does not show process ${pid2} as the container's`, ADVICE);
  }
  if (theirs === "" || theirs !== read(() => readlinkSync("/proc/self/ns/net"))) {
    throw new EnvironmentError(`the relay is not in the network namespace of process ${pid2}`, ADVICE);
  }
}
__name(assertEntered, "assertEntered");
var ADVICE = "Run on the machine where the engine runs.";
function becomeOrdinary(uid2, gid2) {
  if (!(uid2 > 0 && gid2 >= 0)) throw new EnvironmentError("the relay was given no user to run as", ADVICE);
  process.setgroups?.([]);
  process.setgid?.(gid2);
  process.setuid?.(uid2);
}
__name(becomeOrdinary, "becomeOrdinary");
function read(work) {
  try {
    return work();
  } catch {
    return "";
  }
}
__name(read, "read");

// src/relay/relay.ts
import { connect } from "node:net";

// src/core/probe/frame.ts
var KINDS = ["ready", "open", "opened", "data", "end", "close", "failed"];
var HEADER = 8;
var LONGEST_PAYLOAD = 64 * 1024;
var NOTHING = new Uint8Array();
var PREAMBLE = new TextEncoder().encode("\0tightfit relay\n");
function encodeFrame(kind, stream, payload = NOTHING) {
  if (payload.length > LONGEST_PAYLOAD) throw new InternalError(`a frame of ${payload.length} bytes is too long`);
  const bytes = new Uint8Array(HEADER + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, KINDS.indexOf(kind));
  view.setUint16(2, stream);
  view.setUint32(4, payload.length);
  bytes.set(payload, HEADER);
  return bytes;
}
__name(encodeFrame, "encodeFrame");
function encodeData(stream, data) {
  const frames = [];
  for (let start = 0; start < data.length; start += LONGEST_PAYLOAD)
    frames.push(encodeFrame("data", stream, data.subarray(start, start + LONGEST_PAYLOAD)));
  return frames;
}
__name(encodeData, "encodeData");
var FrameDecoder = class {
  static {
    __name(this, "FrameDecoder");
  }
  #rest = NOTHING;
  /** How much of the preamble has come. */
  #seen;
  /** @param begins `preamble`: everything up to its end is left out */
  constructor(begins = "at once") {
    this.#seen = begins === "preamble" ? 0 : PREAMBLE.length;
  }
  /** The frames that are complete now. Throws InternalError for what is not a frame. */
  push(piece) {
    const bytes = joined(this.#rest, this.#afterPreamble(piece));
    const frames = [];
    let start = 0;
    while (bytes.length - start >= HEADER) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + start, HEADER);
      const kind = KINDS[view.getUint8(0)];
      const length = view.getUint32(4);
      if (kind === void 0 || length > LONGEST_PAYLOAD) throw new InternalError("the other end sent no frame");
      if (bytes.length - start - HEADER < length) break;
      const payload = bytes.subarray(start + HEADER, start + HEADER + length);
      frames.push({ kind, stream: view.getUint16(2), payload });
      start += HEADER + length;
    }
    this.#rest = bytes.slice(start);
    return frames;
  }
  #afterPreamble(piece) {
    let start = 0;
    for (; start < piece.length && this.#seen < PREAMBLE.length; start += 1) {
      if (piece[start] === PREAMBLE[this.#seen]) this.#seen += 1;
      else this.#seen = piece[start] === PREAMBLE[0] ? 1 : 0;
    }
    return piece.subarray(start);
  }
};
function joined(first, second) {
  if (first.length === 0) return second;
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
__name(joined, "joined");

// src/relay/relay.ts
var MOST = 64;
var LONGEST_LIFETIME = 24 * 60 * 60 * 1e3;
async function relay(setup) {
  const { input, output, lifetime: lifetime2 } = setup;
  const connections = new Connections(setup);
  const decoder = new FrameDecoder("preamble");
  const over = { yes: false };
  const end = /* @__PURE__ */ __name(() => {
    over.yes = true;
    input.destroy();
  }, "end");
  const deadline = setTimeout(end, Math.min(lifetime2, LONGEST_LIFETIME)).unref();
  output.on("error", end);
  output.write(encodeFrame("ready", 0));
  try {
    for await (const chunk of input)
      for (const frame of decoder.push(chunk)) connections.take(frame);
  } catch (error) {
    if (!over.yes) throw error;
  } finally {
    clearTimeout(deadline);
    connections.closeAll();
  }
}
__name(relay, "relay");
var Connections = class {
  static {
    __name(this, "Connections");
  }
  #setup;
  #sockets = /* @__PURE__ */ new Map();
  constructor(setup) {
    this.#setup = setup;
    setup.output.on("drain", () => {
      for (const socket of this.#sockets.values()) socket.resume();
    });
  }
  take({ kind, stream, payload }) {
    const socket = this.#sockets.get(stream);
    if (kind === "open" && socket === void 0) this.#open(stream, (payload[0] ?? 0) << 8 | (payload[1] ?? 0));
    if (kind === "data") socket?.write(payload);
    if (kind === "end") socket?.end();
    if (kind === "close") socket?.destroy();
  }
  closeAll() {
    for (const socket of this.#sockets.values()) socket.destroy();
  }
  #open(stream, port) {
    const { output, address: address2 } = this.#setup;
    if (this.#sockets.size >= MOST) {
      output.write(encodeFrame("failed", stream, Buffer.from("EMFILE")));
      return;
    }
    const socket = connect({ host: address2, port, allowHalfOpen: true });
    this.#sockets.set(stream, socket);
    const send = /* @__PURE__ */ __name((frame) => {
      if (this.#sockets.get(stream) === socket && output.writable) output.write(frame);
    }, "send");
    socket.on("connect", () => {
      send(encodeFrame("opened", stream));
    }).on("data", (data) => {
      for (const frame of encodeData(stream, data)) send(frame);
      if (output.writableNeedDrain) this.#pauseAll();
    }).on("end", () => {
      send(encodeFrame("end", stream));
    }).on("error", ({ code }) => {
      send(encodeFrame("failed", stream, Buffer.from(code ?? "")));
    }).on("close", () => {
      if (this.#sockets.get(stream) === socket) this.#sockets.delete(stream);
    });
  }
  /** Until the parent has read what was written. */
  #pauseAll() {
    for (const socket of this.#sockets.values()) socket.pause();
  }
};

// src/relay/main.ts
var [lifetime = "", pid = "", container = "", address = "", uid, gid] = process.argv.slice(2);
for (const signal of ["SIGINT", "SIGHUP"]) process.on(signal, () => void 0);
try {
  assertEntered({ pid: Number(pid), container });
  if (uid !== void 0 && gid !== void 0) becomeOrdinary(Number(uid), Number(gid));
  await relay({ input: process.stdin, output: process.stdout, address, lifetime: Number(lifetime) });
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}
