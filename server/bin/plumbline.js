#!/usr/bin/env node
import { existsSync } from 'node:fs';

const build = new URL('../dist/cli.js', import.meta.url);
if (existsSync(build)) {
  await import(build.href);
} else {
  console.error('plumbline: the build is missing; make it with: npm run build');
  process.exitCode = 2;
}
