import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface Version {
  readonly name: string;
  readonly version: string;
  readonly dist: { readonly tarball: string; readonly shasum: string; readonly integrity: string };
}

interface Publication {
  readonly name: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, Version>>;
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** A registry of npm on this machine, in memory: `npm publish` puts packages into it and `npm pack` gets them. */
export interface Registry {
  /** With a slash at its end. */
  readonly url: string;
  /** The text of an .npmrc that names it, with a password to publish with. */
  readonly npmrc: string;
  /** The requests so far: `GET /@team%2fhealth`. */
  readonly requests: readonly string[];
  /** From now on, how requests are answered instead: not at all, or with this status. */
  fail(how: 'hang' | number | undefined): void;
  close(): Promise<void>;
}

export async function startRegistry(): Promise<Registry> {
  const packages = new Map<string, Map<string, Version>>();
  const tags = new Map<string, Readonly<Record<string, string>>>();
  const tarballs = new Map<string, Buffer>();
  const requests: string[] = [];
  let failing: 'hang' | number | undefined;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (failing === 'hang') return;
    if (failing !== undefined) response.writeHead(failing).end('{}');
    else void answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = decodeURIComponent((request.url ?? '').slice(1));
    if (request.method === 'PUT') {
      const {
        name,
        versions,
        _attachments,
        'dist-tags': published,
      } = JSON.parse((await buffer(request)).toString()) as Publication;
      tags.set(name, { ...tags.get(name), ...published });
      const known = packages.get(name) ?? new Map<string, Version>();
      packages.set(name, known);
      for (const [version, manifest] of Object.entries(versions)) {
        const [attachment] = Object.values(_attachments);
        const bytes = Buffer.from(attachment?.data ?? '', 'base64');
        const file = `tarballs/${name.replaceAll('/', '-')}-${version}.tgz`;
        tarballs.set(file, bytes);
        const dist = {
          tarball: url + file,
          shasum: createHash('sha1').update(bytes).digest('hex'),
          integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
        };
        known.set(version, { ...manifest, dist });
      }
      response.writeHead(201).end('{}');
      return;
    }
    const tarball = tarballs.get(path);
    if (tarball !== undefined) {
      response.end(tarball);
      return;
    }
    const versions = packages.get(path);
    if (versions === undefined) {
      response.writeHead(404).end('{"error": "not found"}');
      return;
    }
    const document = { name: path, 'dist-tags': tags.get(path), versions: Object.fromEntries(versions) };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(document));
  }

  return {
    url,
    npmrc: `registry=${url}\n//127.0.0.1:${port}/:_authToken=secret\n`,
    requests,
    fail(how) {
      failing = how;
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
