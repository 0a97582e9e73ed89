/**
 * A profile in Docker's format as a runtime is given it, for profiles whose rules hold on every machine.
 * @param {string} text
 */
export function runtimeProfile(text) {
  const { defaultAction, defaultErrnoRet, architectures, archMap = [], syscalls } = JSON.parse(text);
  const scoped = syscalls.find((rule) =>
    [rule.includes, rule.excludes].some((scope) => Object.keys(scope ?? {}).length > 0),
  );
  if (scoped !== undefined) throw new Error(`the rule about ${scoped.names.join(', ')} holds on some machines only`);
  return {
    defaultAction,
    ...(defaultErrnoRet === undefined ? {} : { defaultErrnoRet }),
    architectures: architectures ?? archMap.flatMap((map) => [map.architecture, ...(map.subArchitectures ?? [])]),
    syscalls: syscalls.map(({ names, action, args, errnoRet }) => ({
      names,
      action,
      ...(args === undefined ? {} : { args }),
      ...(errnoRet === undefined ? {} : { errnoRet }),
    })),
  };
}
