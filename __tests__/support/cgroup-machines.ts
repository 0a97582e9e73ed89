/** What Linux machines with different cgroup hierarchies show of one container. */
export interface CgroupMachine {
  /** Of the container's init, in `/proc/<pid>/cgroup`. */
  readonly cgroup: string;
  /** Of a process of the host, in `/proc/self/mountinfo`. */
  readonly mountinfo: string;
}

export const ID = 'c0ffee00'.repeat(8);

/** Recorded, with another id: version 1, each controller mounted by its name, and version 2 beside it without controllers. */
export const BY_NAME: CgroupMachine = {
  cgroup: `9:name=systemd:/docker/${ID}
8:pids:/docker/${ID}
4:memory:/docker/${ID}
2:cpuacct:/docker/${ID}
1:cpu:/docker/${ID}
0::/docker/${ID}
`,
  mountinfo: `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard,resv_strict,resuid=65534,resgid=65534
31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
33 31 0:30 / /sys/fs/cgroup/cpuacct rw,relatime - cgroup cgroup rw,cpuacct
35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
39 31 0:36 / /sys/fs/cgroup/pids rw,relatime - cgroup cgroup rw,pids
40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd
41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
`,
};

/** Written after systemd's hybrid mode: version 1 with some controllers together, version 2 for systemd itself. */
export const HYBRID: CgroupMachine = {
  cgroup: `12:pids:/system.slice/docker-${ID}.scope
9:memory:/system.slice/docker-${ID}.scope
3:cpu,cpuacct:/system.slice/docker-${ID}.scope
1:name=systemd:/system.slice/docker-${ID}.scope
0::/system.slice/docker-${ID}.scope
`,
  mountinfo: `25 30 0:24 / /sys/fs/cgroup ro,nosuid,nodev,noexec shared:9 - tmpfs tmpfs ro,mode=755
26 25 0:25 / /sys/fs/cgroup/unified rw,nosuid,nodev,noexec,relatime shared:10 - cgroup2 cgroup2 rw,nsdelegate
27 25 0:26 / /sys/fs/cgroup/systemd rw,nosuid,nodev,noexec,relatime shared:11 - cgroup cgroup rw,xattr,name=systemd
31 25 0:30 / /sys/fs/cgroup/cpu,cpuacct rw,nosuid,nodev,noexec,relatime shared:15 - cgroup cgroup rw,cpu,cpuacct
34 25 0:33 / /sys/fs/cgroup/memory rw,nosuid,nodev,noexec,relatime shared:18 - cgroup cgroup rw,memory
39 25 0:38 / /sys/fs/cgroup/pids rw,nosuid,nodev,noexec,relatime shared:23 - cgroup cgroup rw,pids
`,
};

/** Written after systemd's unified mode: version 2 alone. */
export const UNIFIED: CgroupMachine = {
  cgroup: `0::/system.slice/docker-${ID}.scope\n`,
  mountinfo: `27 21 0:25 / /sys/fs/cgroup rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot
30 1 8:1 / / rw,relatime shared:1 - ext4 /dev/root rw,discard,errors=remount-ro
`,
};
