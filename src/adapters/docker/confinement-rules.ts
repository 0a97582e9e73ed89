import type { ContainerSpec } from '../../ports.js';
import { entriesAt, fieldAt, listAt, textAt, textsAt } from './field.js';
import { hostConfig, securityOptions } from './host-config.js';

type Forbidden = (value: unknown) => boolean;
type Requested = (value: unknown, spec: ContainerSpec) => boolean;

const isEmpty: Forbidden = (value) =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
const isOff: Forbidden = (value) => value === false;
const isPrivate: Forbidden = (value) => value === 'private' || value === '';
const isNotEmptied: Forbidden = (value) => !Array.isArray(value) || value.length > 0;

/**
 * Every option of HostConfig that can open a container to its host or to other containers, and what it may be where it is set
 * at all. https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Container/operation/ContainerCreate
 */
const CLOSED: Readonly<Record<string, Forbidden>> = {
  Privileged: isOff,
  PidMode: isEmpty,
  UTSMode: isEmpty,
  UsernsMode: isEmpty,
  IpcMode: isPrivate,
  CgroupnsMode: isPrivate,
  Cgroup: isEmpty,
  CgroupParent: isEmpty,
  Binds: isEmpty,
  VolumesFrom: isEmpty,
  VolumeDriver: isEmpty,
  Devices: isEmpty,
  DeviceRequests: isEmpty,
  DeviceCgroupRules: isEmpty,
  PortBindings: isEmpty,
  PublishAllPorts: isOff,
  Links: isEmpty,
  ExtraHosts: isEmpty,
  StorageOpt: isEmpty,
  Annotations: isEmpty,
  OomKillDisable: isOff,
  OomScoreAdj: (value) => typeof value === 'number' && value >= 0,
  AutoRemove: isOff,
  RestartPolicy: (value) => ['', 'no'].includes(textAt(value, 'Name')),
  MaskedPaths: isNotEmptied,
  ReadonlyPaths: isNotEmptied,
};

/** Options that have to be exactly what was asked for; absent is the same as empty. */
const AS_ASKED: Readonly<Record<string, Requested>> = {
  NetworkMode: (value, { network }) => value === network,
  CapAdd: (value, { confinement }) => sameCapabilities(value, confinement.capAdd),
  CapDrop: (value, { confinement }) => sameCapabilities(value, confinement.capDrop),
  SecurityOpt: (value, { confinement }) => sameSecurity(textsAt(value), securityOptions(confinement)),
  ReadonlyRootfs: (value, { confinement }) => value === confinement.readOnly,
  GroupAdd: (value, { groupAdd }) => sameTexts(textsAt(value), groupAdd),
  Sysctls: (value, { sysctls }) => sameTexts(entriesAt(value).map(String), Object.entries(sysctls).map(String)),
  Tmpfs: (value, { tmpfs }) =>
    sameTexts(
      Object.keys(Object.fromEntries(entriesAt(value))),
      tmpfs.map(({ path }) => path),
    ),
  Mounts: (value, spec) => sameTexts(listAt(value).map(identity), hostConfig(spec).Mounts.map(identity)),
};

/** The names of the options that open a container, or that are not as asked. */
export function brokenRules(config: unknown, spec: ContainerSpec): readonly string[] {
  const open = Object.entries(CLOSED).filter(([name, holds]) => {
    const value = fieldAt(config, name);
    return value !== undefined && value !== null && !holds(value);
  });
  const other = Object.entries(AS_ASKED).filter(([name, holds]) => !holds(fieldAt(config, name), spec));
  return [...open, ...other].map(([name]) => name);
}

function identity(mount: unknown): string {
  return JSON.stringify([
    textAt(mount, 'Type'),
    textAt(mount, 'Source'),
    textAt(mount, 'Target'),
    fieldAt(mount, 'ReadOnly') === true,
    textAt(mount, 'BindOptions', 'Propagation'),
  ]);
}

/** Engines write capabilities with and without their prefix. */
function sameCapabilities(value: unknown, asked: readonly string[]): boolean {
  return sameTexts(
    textsAt(value).map((name) => name.replace(/^CAP_/, '')),
    asked,
  );
}

/** An engine may add labels of its security module, but nothing may be missing or loosened. */
function sameSecurity(set: readonly string[], asked: readonly string[]): boolean {
  const added = set.filter((option) => !asked.includes(option));
  const tightens = (option: string): boolean => /^(label|apparmor)[=:](?!disable|unconfined)/.test(option);
  return asked.every((option) => set.includes(option)) && added.every(tightens);
}

function sameTexts(one: readonly string[], other: readonly string[]): boolean {
  const sorted = (texts: readonly string[]): string => JSON.stringify([...new Set(texts)].sort());
  return sorted(one) === sorted(other);
}
