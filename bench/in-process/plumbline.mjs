// Plumbline's core in a process that stays: parsing and linting, asked for by messages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answer } from './answer.mjs';

const { core, pack } = JSON.parse(process.argv[2]);
const { lintReport, mergePacks, readPack, readReport } = await import(core);

const reading = readPack(new Map([['pack.yaml', readFileSync(join(pack, 'pack.yaml'), 'utf8')]]));
const { vocabulary } = mergePacks([reading.pack]);
const empty = mergePacks([]).vocabulary;
const settings = { date: '2023-10-10' };

answer({
  // With no vocabulary nothing is searched for: Markdown to blocks of plain text is all that is left.
  parse: (text) => readReport(text, empty, settings),
  lint: (text) => lintReport(readReport(text, vocabulary, settings)),
});
