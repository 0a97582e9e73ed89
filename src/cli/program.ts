import { Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { FAIL_ON } from '../core/verdict.js';
import { FORMAT_NAMES } from '../report/formats.js';
import { imageOption } from './image-option.js';
import { runCheck, type CheckFlags } from './check.js';
import { MACHINES, runDiff, type DiffFlags } from './diff.js';
import { runExplain, type ExplainFlags } from './explain.js';
import { runInit, type InitFlags } from './init.js';
import { runFix, type FixFlags } from './fix.js';
import { runLint, type LintFlags } from './lint.js';
import { runMerge, type MergeFlags } from './merge.js';
import { runMinimize, type MinimizeFlags } from './minimize.js';
import { runReport, type ReportFlags } from './report.js';
import { standardOption } from './standard-option.js';

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
  addMinimize(program, finish);
  addInit(program, finish);
  addFix(program, finish);
  addExplain(program, finish);
  addDiff(program, finish);
  addReport(program, finish);
  addMerge(program, finish);
  await program.parseAsync(words, { from: 'user' });
  return code;
}

function addCheck(program: Command, finish: Finish): void {
  program
    .command('check')
    .description('build, run and test the services of a policy; exit 0 tight, 1 loose or broken, 2 unjudged')
    .argument('[policy]', 'policy file', 'tightfit.yml')
    .option('-s, --service <name...>', 'check only these services')
    .addOption(imageOption())
    .addOption(standardOption())
    .option('--timeout <duration>', 'time limit for the whole run', '10m')
    .addOption(new Option('--fail-on <verdict>', 'the mildest verdict that fails').choices(FAIL_ON).default('loose'))
    .addOption(new Option('--format <format>', 'what to print').choices(FORMAT_NAMES).default('text'))
    .option('--report-dir <folder>', 'also write every report format into this folder')
    .option('--baseline <file>', 'an earlier tightfit.json: tell what the services do that they did not then')
    .option('--trend <file>', 'add a line for each service to this file and draw them on the HTML page')
    .option('--jobs <number>', 'services side by side, or auto for as many as there are cores', '1')
    .option('--shard <i/n>', 'judge only the part of the services that is shard i of n; merge joins the results')
    .option('--changed-only', 'judge only the services that differ from --base')
    .option('--base <commit>', 'what --changed-only compares with, e.g. origin/main')
    .option('--no-cache', 'read what is in the images again, whatever was kept of them')
    .option(
      '--reach',
      'tell which excess the executed programs can make at all; reads the image once more; on amd64 only',
    )
    .option('-q, --quiet', 'tell nothing while it works')
    .option('-v, --verbose', 'tell everything while it works: build output, each trial, what was recorded')
    .action(async (policy: string, flags: CheckFlags) => {
      finish(await runCheck(policy, flags, manifest.version));
    });
}

function addLint(program: Command, finish: Finish): void {
  program
    .command('lint')
    .description(
      'judge a policy and its profiles without running anything; exit 0 tight, 1 loose or broken, 2 unjudged',
    )
    .argument('[policy]', 'policy file, or a seccomp profile alone', 'tightfit.yml')
    .addOption(standardOption())
    .addOption(new Option('--fail-on <verdict>', 'the mildest verdict that fails').choices(FAIL_ON).default('loose'))
    .addOption(new Option('--format <format>', 'what to print').choices(FORMAT_NAMES).default('text'))
    .action(async (policy: string, flags: LintFlags) => {
      finish(await runLint(policy, flags, manifest.version));
    });
}

function addInit(program: Command, finish: Finish): void {
  program
    .command('init')
    .description(
      'write a first policy for a Dockerfile or an image, from how the service runs where there is an engine',
    )
    .argument('[dir]', 'folder with a Dockerfile, or a Dockerfile', '.')
    .option('--image <reference>', 'use an image instead of a Dockerfile')
    .option('--name <service>', 'what to call the service (default: as the folder or the image)')
    .option('--no-run', 'use no engine: from the Dockerfile alone')
    .option('--force', 'replace tightfit.yml and profile.json')
    .option('--dry-run', 'print the files instead of writing them')
    .option('--timeout <duration>', 'time limit for everything', '10m')
    .option('-q, --quiet', 'tell nothing while it works')
    .option('-v, --verbose', 'tell everything while it works: build output, each trial, what was recorded')
    .action(async (dir: string, flags: InitFlags) => {
      finish(await runInit(dir, flags));
    });
}

function addFix(program: Command, finish: Finish): void {
  program
    .command('fix')
    .description(
      'remove from a policy and its profiles what a check finds to be excess; exit 0, or 2 when it cannot tell',
    )
    .argument('[policy]', 'policy file', 'tightfit.yml')
    .option('--result <file>', 'go by this tightfit.json instead of running a check')
    .option('-s, --service <name...>', 'fix only these services')
    .option('--dry-run', 'print the patch and change nothing')
    .option('--timeout <duration>', 'time limit for the check', '10m')
    .option('-q, --quiet', 'tell nothing while it works')
    .option('-v, --verbose', 'tell everything while it works: build output, each trial, what was recorded')
    .action(async (policy: string, flags: FixFlags) => {
      finish(await runFix(policy, flags, manifest.version));
    });
}

function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .description(
      'say what a syscall or a capability is, who may use it and how dangerous it is, or what a rule is about',
    )
    .argument('<name>', 'e.g. keyctl, NET_RAW or runs-as-root')
    .option('--result <file>', 'also say where the services of this tightfit.json used it')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action(async (name: string, flags: ExplainFlags) => {
      finish(await runExplain(name, flags));
    });
}

function addDiff(program: Command, finish: Finish): void {
  program
    .command('diff')
    .description(
      'say what differs between two profiles, policies or results; exit 0 not looser, 1 looser, 2 unreadable',
    )
    .argument('<before>', "a profile, a policy, a result, or docker-default for Docker's current default")
    .argument('<after>', 'what is compared with it')
    .addOption(new Option('--arch <machine>', 'compare for one machine only').choices(MACHINES))
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action(async (before: string, after: string, flags: DiffFlags) => {
      finish(await runDiff(before, after, flags));
    });
}

function addMinimize(program: Command, finish: Finish): void {
  program
    .command('minimize')
    .description(
      'prove what the services of a policy need, by running them without; exit 0 proven, 1 broken, 2 unjudged',
    )
    .argument('[policy]', 'policy file', 'tightfit.yml')
    .option('-s, --service <name...>', 'minimize only these services')
    .addOption(imageOption())
    .option('--timeout <duration>', 'time limit for the whole run', '60m')
    .option('--jobs <number>', 'trials side by side, or auto; as many as there are cores when absent')
    .option('--shard <i/n>', 'only shard i of n: a part of the services, or of the trials of one where shards are more')
    .option('--changed-only', 'minimize only the services that differ from --base')
    .option('--base <commit>', 'what --changed-only compares with, e.g. origin/main')
    .option('--repeats <number>', 'how often the final set is run again; as the policy says when absent, else 20')
    .option('--try-frozen', 'leave each call that is never removed out once, to show what breaks')
    .option('--no-try-frozen', 'do not leave them out, whatever the policy says')
    .option('--seed <number>', 'decides ties: the same seed gives the same search', '0')
    .option('--resume', 'go on from what an interrupted run or shards kept in the report folder')
    .addOption(new Option('--format <format>', 'what to print').choices(FORMAT_NAMES).default('text'))
    .option('--report-dir <folder>', 'write every report format, the profiles and the patch into this folder')
    .option('--baseline <file>', 'an earlier tightfit.json: tell what the services do that they did not then')
    .option('--trend <file>', 'add a line for each service to this file and draw them on the HTML page')
    .option('-q, --quiet', 'tell nothing while it works')
    .option('-v, --verbose', 'tell everything while it works: build output, each trial, what was recorded')
    .action(async (policy: string, flags: MinimizeFlags) => {
      finish(await runMinimize(policy, flags, manifest.version));
    });
}

function addReport(program: Command, finish: Finish): void {
  program
    .command('report')
    .description('render a result that a check wrote, in any format; exit 0 whatever its verdict is, 2 unreadable')
    .argument('<result>', "a check's tightfit.json")
    .addOption(new Option('--format <format>', 'what to print').choices(FORMAT_NAMES).default('text'))
    .option('--report-dir <folder>', 'write every format into this folder instead')
    .option('--base <file>', 'an earlier tightfit.json, for formats that compare (comment)')
    .option('--trend <file>', 'draw what is in this file on the HTML page')
    .action(async (result: string, flags: ReportFlags) => {
      finish(await runReport(result, flags));
    });
}

function addMerge(program: Command, finish: Finish): void {
  program
    .command('merge')
    .description('join the results of shards into one verdict and one set of reports; exit 0, 1 or 2 as check')
    .argument('<result...>', 'the tightfit.i-of-n.json of every shard, or the folder they are in')
    .option('--profile <file>', 'write one seccomp profile from results of minimize on several machines instead')
    .option('-s, --service <name>', 'with --profile: the service, where the results are about several')
    .addOption(new Option('--fail-on <verdict>', 'the mildest verdict that fails').choices(FAIL_ON).default('loose'))
    .addOption(new Option('--format <format>', 'what to print').choices(FORMAT_NAMES).default('text'))
    .option('--report-dir <folder>', 'also write every report format into this folder')
    .option('--trend <file>', 'add a line for each service to this file and draw them on the HTML page')
    .action(async (paths: readonly string[], flags: MergeFlags) => {
      finish(await runMerge(paths, flags));
    });
}
