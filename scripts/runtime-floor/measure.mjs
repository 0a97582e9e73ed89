import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../setup/failure.mjs';
import { USERS } from './bundle.mjs';
import { Container } from './container.mjs';
import { PROGRAM_CALLS } from './program.mjs';
import { callsUnderFilter, tracer } from './under-filter.mjs';

/** What a refused call fails with: what Docker's default profile answers, and what a kernel without the call does. */
export const ANSWERS = { EPERM: 1, ENOSYS: 38 };

/** Made by a program that its tracer stopped while it slept. */
const CAUSED_BY_TRACING = 'restart_syscall';

/** How often a start is traced and tried; Go's scheduler makes some calls only now and then. */
const ROUNDS = 3;
const ROUNDS_TO_SEE = 10;

/**
 * `survives`: whether the container and a second process in it start without the call, everything else being allowed; `null` when
 * no start was seen in which the call was made and refused, and none failed. `combined`: the answers that it survives only
 * as long as other calls that the runtime can do without are allowed.
 * @typedef {object} CallNeed
 * @property {string} call
 * @property {boolean} always whether every start makes it
 * @property {Record<string, boolean | null>} survives
 * @property {string[]} combined
 */

/** What one runtime needs under the filter, with or without no-new-privileges. */
export class Measurement {
  /**
   * @param {import('./container.mjs').Place} place
   * @param {boolean} noNewPrivileges
   * @param {readonly string[]} known names of all calls
   */
  constructor(place, noNewPrivileges, known) {
    this.place = place;
    this.noNewPrivileges = noNewPrivileges;
    this.known = known;
  }

  /** @returns {Promise<CallNeed[]>} one for each call that was seen, sorted */
  async run() {
    const seen = await this.#seen();
    const needs = [];
    for (const call of [...seen.ever].filter((name) => name !== 'execve').sort()) {
      const always = seen.always.has(call);
      const survives = {};
      for (const answer of Object.keys(ANSWERS)) survives[answer] = await this.#survives(call, answer);
      needs.push({ call, always, survives, combined: [] });
    }
    for (const answer of Object.keys(ANSWERS)) await this.#combine(needs, answer);
    const execve = { call: 'execve', always: true, survives: { EPERM: false, ENOSYS: false }, combined: [] };
    return [...needs, execve].sort((a, b) => (a.call < b.call ? -1 : 1));
  }

  /** The calls of starts under a filter that refuses nothing that they make. */
  async #seen() {
    const ever = new Set();
    const always = new Set();
    for (const user of USERS) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const { works, says, calls } = await this.#traced({ user, denied: ['swapon'], answer: 'EPERM' });
        if (!works) throw new SetupFailure(`a container does not start with everything allowed: ${says}`);
        rounds.push(calls);
      }
      for (const step of ['start', 'exec']) {
        const ofStep = rounds.map((calls) => calls.get(step) ?? new Set());
        for (const call of ofStep.flatMap((calls) => [...calls])) {
          if (call === CAUSED_BY_TRACING) continue;
          ever.add(call);
          if (ofStep.every((calls) => calls.has(call))) always.add(call);
        }
      }
    }
    return { ever, always };
  }

  /**
   * A trial counts when its trace shows that the call was made: a start may have done without it.
   * @param {string} call
   * @param {string} answer
   */
  async #survives(call, answer) {
    let seen = 0;
    for (let round = 0; round < ROUNDS_TO_SEE && seen < USERS.length * ROUNDS; round += 1) {
      const trial = { user: USERS[round % USERS.length] ?? USERS[0], denied: [call], answer };
      const { works, hangs, calls } = await this.#traced(trial);
      if (!works && !(hangs && (await this.#traced(trial)).works)) return false;
      if ([...calls.values()].some((step) => step.has(call))) seen += 1;
    }
    return seen > 0 ? true : null;
  }

  /** Refuses together what can each be missed, and finds the calls that cannot all be missed. @param {CallNeed[]} needs @param {string} answer */
  async #combine(needs, answer) {
    const missed = needs.filter(({ survives }) => survives[answer] === true);
    let denied = this.known.filter(
      (name) => name !== 'execve' && !PROGRAM_CALLS.includes(name) && !needs.some(({ call }) => call === name),
    );
    if (await this.#starts([...denied, ...missed.map(({ call }) => call)], answer)) return;
    for (const need of missed) {
      const further = [...denied, need.call];
      // Twice, because one failure may be the machine's.
      if ((await this.#starts(further, answer)) || (await this.#starts(further, answer))) denied = further;
      else need.combined.push(answer);
    }
  }

  /** @param {string[]} denied @param {string} answer */
  async #starts(denied, answer) {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const user of USERS) {
        if (!(await this.#plain({ user, denied, answer })).works) return false;
      }
    }
    return true;
  }

  /** Tries a start that hangs once more: the machine may have been busy. @param {Trial} trial */
  async #plain(trial) {
    const first = await new Container(this.place, this.#start(trial)).try();
    return first.hangs ? new Container(this.place, this.#start(trial)).try() : first;
  }

  /** @param {Trial} trial */
  async #traced(trial) {
    const container = new Container(this.place, this.#start(trial));
    const fileOf = (/** @type {string} */ step) => join(this.place.work, `${container.id}-${step}.trace`);
    const outcome = await container.try((step) => tracer(fileOf(step)));
    const calls = new Map();
    for (const step of ['start', 'exec']) {
      calls.set(step, callsUnderFilter(readText(fileOf(step))));
      rmSync(fileOf(step), { force: true });
    }
    return { ...outcome, calls };
  }

  /**
   * @typedef {object} Trial
   * @property {(typeof USERS)[number]} user
   * @property {string[]} denied
   * @property {string} answer
   */

  /** @param {Trial} trial @returns {import('./bundle.mjs').Start} */
  #start({ user, denied, answer }) {
    const rule = { names: denied, action: 'SCMP_ACT_ERRNO', errnoRet: ANSWERS[answer] };
    const seccomp = { defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86_64'], syscalls: [rule] };
    return { user, noNewPrivileges: this.noNewPrivileges, seccomp };
  }
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
