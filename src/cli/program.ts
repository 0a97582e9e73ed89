import { Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { FAIL_ON } from '../core/verdict.js';
import { runCheck, type CheckFlags } from './check.js';
import { runExplain, type ExplainFlags } from './explain.js';
import { runLint, type LintFlags } from './lint.js';

/** How a command hands its exit code to whoever started the program. */
type Finish = (code: number) => void;

/** Runs a command line, without node and script name, and gives its exit code. Throws CommanderError for a wrong one. */
export async function runProgram(words: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('tightfit')
    .description("Judges how well a container's confinement fits.")
    .version(manifest.version)
    .showHelpAfterError('(see tightfit --help)')
    .showSuggestionAfterError()
    .exitOverride();
  const finish: Finish = (result) => {
    code = result;
  };
  addCheck(program, finish);
  addLint(program, finish);
  addExplain(program, finish);
  await program.parseAsync(words, { from: 'user' });
  return code;
}

function addCheck(program: Command, finish: Finish): void {
  program
    .command('check')
    .description('build, run and test the services of a policy; exit 0 tight, 1 loose or broken, 2 unjudged')
    .argument('[policy]', 'policy file', 'tightfit.yml')
    .option('-s, --service <name...>', 'check only these services')
    .option('--timeout <duration>', 'time limit for the whole run', '10m')
    .addOption(new Option('--fail-on <verdict>', 'the mildest verdict that fails').choices(FAIL_ON).default('loose'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .option('--report-dir <folder>', 'also write every report format into this folder')
    .option('-q, --quiet', 'no progress')
    .action(async (policy: string, flags: CheckFlags) => {
      finish(await runCheck(policy, flags, manifest.version));
    });
}

function addLint(program: Command, finish: Finish): void {
  program
    .command('lint')
    .description('judge a policy and its profiles without running anything')
    .argument('[policy]', 'policy file', 'tightfit.yml')
    .addOption(new Option('--fail-on <verdict>', 'the mildest verdict that fails').choices(FAIL_ON).default('loose'))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action(async (policy: string, flags: LintFlags) => {
      finish(await runLint(policy, flags, manifest.version));
    });
}

function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .description('say what a syscall or a capability is, who may use it and how dangerous it is')
    .argument('<name>', 'e.g. keyctl or NET_RAW')
    .option('--result <file>', 'also say where the services of this tightfit.json used it')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action(async (name: string, flags: ExplainFlags) => {
      finish(await runExplain(name, flags));
    });
}
