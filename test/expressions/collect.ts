import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { root } from '../repository/source-files.js';

/** A regular expression of the product's own code. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Paths from the root, in order. */
  readonly files: readonly string[];
}

export interface Collected {
  readonly expressions: readonly Expression[];
  /** `path:line` of each `new RegExp` that made none while its file was loaded. */
  readonly unmade: readonly string[];
}

const projects = ['server/src/core', 'server', 'client'];

/** All expressions of server/src and client/src: the literals, and those that are made when their file is loaded. */
export function collectExpressions(): Collected {
  const files = new Map<string, Set<string>>();
  const add = (pattern: string, path: string) => {
    const known = files.get(pattern);
    if (known === undefined) files.set(pattern, new Set([path]));
    else known.add(path);
  };
  const sites = new Set<string>();
  const api = new API({ cwd: root });
  try {
    for (const project of projects) {
      const config = `${root}${project}/tsconfig.json`;
      const program = api.updateSnapshot({ openProject: config }).getProject(config)?.program;
      for (const name of program?.getSourceFileNames() ?? []) {
        const path = name.startsWith(root) ? name.slice(root.length) : '';
        const file = /^(?:server|client)\/src\//.test(path) ? program?.getSourceFile(name) : undefined;
        if (file === undefined) continue;
        const walk = (node: Node): void => {
          if (node.kind === SyntaxKind.RegularExpressionLiteral) add(node.getText(file), path);
          else if (node.kind === SyntaxKind.NewExpression && /^new RegExp\b/.test(node.getText(file)))
            sites.add(`${path}:${file.text.slice(0, node.getStart(file)).split('\n').length}`);
          node.forEachChild(walk);
        };
        walk(file);
      }
    }
  } finally {
    api.close();
  }
  const made = madeOnLoading([...new Set([...sites].map((site) => site.replace(/:\d+$/, '')))]);
  for (const { source, flags, site } of made) add(`/${source}/${flags}`, site.replace(/:\d+$/, ''));
  const fired = new Set(made.map(({ site }) => site));
  return {
    expressions: [...files].map(([pattern, paths]) => {
      const end = pattern.lastIndexOf('/');
      return { source: pattern.slice(1, end), flags: pattern.slice(end + 1), files: [...paths].sort() };
    }),
    unmade: [...sites].filter((site) => !fired.has(site)).sort(),
  };
}

interface Made {
  readonly source: string;
  readonly flags: string;
  /** `path:line` */
  readonly site: string;
}

/** The expressions that these files make while they are loaded, in a process of their own: here they may be loaded already. */
function madeOnLoading(paths: readonly string[]): readonly Made[] {
  const script = fileURLToPath(new URL('made-on-loading.ts', import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import=tsx', '--enable-source-maps', script, ...paths],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
