// Preloaded into a measured process (`node --import`): when it ends, writes what it used to the file that
// PLUMBLINE_BENCH_USAGE names, as { cpu: milliseconds, memory: bytes }.
import { readFileSync, writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: peakOfProgram() ?? maxRSS * 1024 };
  writeFileSync(process.env.PLUMBLINE_BENCH_USAGE, JSON.stringify(usage));
});

/** Linux lets a program's maxRSS begin at that of the process that started it; VmHWM is its own. */
function peakOfProgram() {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
