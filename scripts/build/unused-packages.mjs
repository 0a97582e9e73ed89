/**
 * Packages that dockerode loads for ssh connections and BuildKit sessions, neither of which is used
 * here: images are built by the Docker CLI. ssh2 would bring native code into the bundle.
 */
const UNUSED = /^(ssh2|@grpc\/grpc-js|@grpc\/proto-loader|protobufjs)$/;

/**
 * Replaces each of them by an object whose members throw when they are called, with a clear message.
 * They may be read: dockerode does so while it loads.
 * @type {import('esbuild').Plugin}
 */
export const unusedPackages = {
  name: 'unused-packages',
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({ contents: stub(path), loader: 'js' }));
  },
};

/** @param {string} name */
function stub(name) {
  const message = `${name} is not part of this bundle: tightfit reaches the engine over a socket and builds images with the docker command`;
  return `function refuse() { throw new Error(${JSON.stringify(message)}); }
module.exports = new Proxy({}, { get: () => refuse });
`;
}
