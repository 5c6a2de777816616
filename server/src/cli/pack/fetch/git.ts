import { join } from 'node:path';
import type { Origin } from '../../../core/index.js';
import { UsageError } from '../../usage-error.js';
import type { Fetched, Fetching } from './fetching.js';
import { limits } from './limits.js';
import { type Ran, runProgram } from './run-program.js';

type GitOrigin = Extract<Origin, { kind: 'git' }>;

const commitId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** Files come as they were committed, whatever the ends of lines of this machine: the lock is over their bytes. */
const sameEverywhere = ['-c', 'core.autocrlf=false', '-c', 'core.eol=lf', '-c', 'gc.auto=0'];

/**
 * Brings the files of a commit by git's own client, with what it knows of proxies, keys and passwords. Nothing is checked
 * out, so that no hook and no filter of the repository runs. `commit`: the one to bring, whatever `ref` is by now.
 */
export async function fetchByGit(origin: GitOrigin, fetching: Fetching, commit?: string): Promise<Fetched> {
  const { wording, temporary, deadline } = fetching;
  const repository = join(temporary, 'repository');
  const env = await environment(fetching);
  const git = (args: readonly string[], mostBytes?: number) =>
    runProgram('git', [...sameEverywhere, ...args], {
      cwd: temporary,
      env,
      deadline,
      ...(mostBytes !== undefined && { mostBytes }),
    });
  const hold = (ran: Ran, ref: string | undefined) => {
    if (ran.outcome !== 'done') throw new UsageError(...failure(ran, origin, ref, fetching));
    return ran;
  };
  hold(await git(['init', '--bare', '--quiet', '--template=', repository]), undefined);
  const inside = (...args: string[]) => ['--git-dir', repository, ...args];
  const fetchRef = (...refs: string[]) =>
    git(inside('fetch', '--quiet', '--no-tags', '--no-recurse-submodules', ...refs));
  const isCommit = origin.ref !== undefined && commitId.test(origin.ref);
  const wanted = commit ?? (isCommit ? origin.ref : undefined);
  let id = wanted;
  if (wanted === undefined) {
    const ref = origin.ref ?? 'HEAD';
    const shallow = await fetchRef('--depth=1', '--', origin.url, ref);
    // A plain web server hands out whole histories alone.
    const isWhole = /dumb http/i.test(shallow.stderr);
    hold(isWhole ? await fetchRef('--', origin.url, ref) : shallow, origin.ref);
    id = hold(await git(inside('rev-parse', '--verify', 'FETCH_HEAD^{commit}')), origin.ref)
      .stdout.toString()
      .trim();
  } else if ((await fetchRef('--depth=1', '--', origin.url, wanted)).outcome !== 'done') {
    // A host that does not hand out a commit by its id: it is somewhere in the history of a branch or a tag.
    hold(await fetchRef('--', origin.url, '+refs/heads/*:refs/h/*', '+refs/tags/*:refs/t/*'), origin.ref);
    const { outcome } = await git(inside('cat-file', '-e', `${wanted}^{commit}`));
    const gone = commit === undefined ? wording.noRef(origin.url, wanted) : wording.noCommit(origin.url, commit);
    if (outcome !== 'done') throw new UsageError(gone);
  }
  if (id === undefined || !commitId.test(id)) throw new UsageError(wording.noRef(origin.url, origin.ref ?? 'HEAD'));
  const { stdout } = hold(await git(inside('archive', '--format=tar', id), limits.content), origin.ref);
  return { archive: stdout, format: 'tar', resolved: `git+${origin.url}#${id}` };
}

/** What git is run with: nothing may ask, neither at the terminal nor in a window, and no repository around counts. */
async function environment({ folder, deadline }: Fetching): Promise<NodeJS.ProcessEnv> {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = process.env;
  const configured = await runProgram('git', ['config', '--get', 'core.sshCommand'], { cwd: folder, deadline });
  const ssh = inherited.GIT_SSH_COMMAND ?? (configured.stdout.toString().trim() || 'ssh');
  return {
    ...inherited,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GCM_INTERACTIVE: 'never',
    GIT_SSH_COMMAND: `${ssh} -o BatchMode=yes`,
    GIT_ALLOW_PROTOCOL: 'https:http:ssh:file',
  };
}

function failure(ran: Ran, { url }: GitOrigin, ref: string | undefined, { wording }: Fetching): readonly string[] {
  const { outcome, stderr } = ran;
  if (outcome === 'missing') return [wording.noProgram('git')];
  if (outcome === 'timeout') return [wording.tooSlow(url)];
  if (outcome === 'too much') return [wording.archive['too-large'](url, '')];
  if (/couldn't find remote ref|not our ref|unadvertised object/i.test(stderr))
    return [wording.noRef(url, ref ?? 'HEAD')];
  if (
    /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled|Permission denied|Host key verification/i.test(
      stderr,
    )
  ) {
    return [wording.asksForPassword(url), wording.logInFirst(`git ls-remote ${url}`)];
  }
  if (/not found|does not exist|does not appear to be a git repository/i.test(stderr))
    return [wording.noRepository(url)];
  const lines = stderr.trim().split('\n');
  // What ssh says is the reason for what git says.
  const said =
    lines.find((line) => line.startsWith('ssh: ')) ?? lines.findLast((line) => /^(?:fatal|error): /.test(line));
  return [wording.programFailed('git', url, (said ?? lines[0] ?? '').replace(/^(?:fatal|error): /, ''))];
}
