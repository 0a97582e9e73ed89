/** A kind of file that gives access to something. */
interface SecretKind {
  readonly kind: string;
  readonly path: RegExp;
  /** What its text has to hold, where the name is common to harmless files. */
  readonly holds?: RegExp;
}

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** The first that fits counts. */
const KINDS: readonly SecretKind[] = [
  { kind: 'git repository', path: /\/\.git$/ },
  { kind: 'SSH private key', path: /\/id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/, holds: PRIVATE_KEY },
  { kind: 'SSH host key', path: /\/ssh_host_\w+_key$/, holds: PRIVATE_KEY },
  { kind: 'private key', path: /\.(?:pem|key)$/, holds: PRIVATE_KEY },
  { kind: 'key store', path: /\.(?:p12|pfx|jks|keystore)$/ },
  { kind: 'environment file', path: /\/\.env(?:\.(?!example|sample|template|dist|defaults?$)[\w.-]+)?$/ },
  { kind: 'npm credentials', path: /\/\.npmrc$/, holds: /_auth|_password/ },
  { kind: 'PyPI credentials', path: /\/\.pypirc$/, holds: /password/ },
  { kind: 'git credentials', path: /\/\.git-credentials$/ },
  { kind: 'network credentials', path: /\/\.netrc$/ },
  { kind: 'registry credentials', path: /\/\.docker\/config\.json$/, holds: /"auth"|"identitytoken"/ },
  { kind: 'AWS credentials', path: /\/\.aws\/credentials$/ },
  { kind: 'Google credentials', path: /\/application_default_credentials\.json$/ },
  { kind: 'Azure credentials', path: /\/\.azure\/(?:accessTokens|msal_token_cache)\.json$/ },
  { kind: 'Kubernetes credentials', path: /\/\.kube\/config$/ },
  { kind: 'database credentials', path: /\/\.(?:pgpass|my\.cnf)$/ },
  { kind: 'Terraform state', path: /\.tfstate$/ },
  { kind: 'Vault token', path: /\/\.vault-token$/ },
];

/** Samples that packages bring: their keys are known to everybody. */
const SAMPLES = /^\/usr\/(?:.*\/)?(?:tests?|testdata|certdata|doc|examples?)\//;

const LOOKED_AT = 64 * 1024;

/** How many bytes of a file's beginning it takes to tell whether it is a secret. */
export function secretEvidence(path: string): number {
  return named(path)?.holds === undefined ? 0 : LOOKED_AT;
}

/** What kind of secret a file is by its name, and by its text where names are not enough; `null` for none. */
export function secretKind(path: string, text: string): string | null {
  const found = named(path);
  if (found === undefined) return null;
  return found.holds === undefined || found.holds.test(text) ? found.kind : null;
}

function named(path: string): SecretKind | undefined {
  return SAMPLES.test(path) ? undefined : KINDS.find((kind) => kind.path.test(path));
}
