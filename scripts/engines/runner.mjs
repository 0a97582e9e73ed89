/** The user id of `runner`, who runs rootless engines and is who a hosted runner's user is: in the engine's group, with sudo. */
export const RUNNER = 61_001;

/** The group that may open the socket of an engine that root runs. */
export const SOCKET_GROUP = 61_002;

/** What newuidmap and newgidmap let `runner` use: first id and count. */
export const RUNNER_SUBIDS = '6100000:65536';
