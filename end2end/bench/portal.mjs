// A portal to measure: the release build (or PORTOLANO_BIN) on a data folder of its own, with the large file of services where there is one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../server.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = resolve(root, process.env.PORTOLANO_BIN ?? 'target/release/portolano');
export const later = (ms) => new Promise((done) => setTimeout(done, ms));

// What was started and made here: whatever happens, it ends with us.
const running = new Set();
const folders = new Set();
process.once('exit', () => {
  running.forEach((child) => child.kill('SIGKILL'));
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

export const say = (text) => console.error(`> ${text}`);

/** Starts a program from the project's folder, without the caller's own settings for the portal. */
export function launch(command, args, { env = {}, output = 'ignore' } = {}) {
  const ours = Object.entries(process.env).filter(([name]) => !/^(PORTOLANO_|DATABASE_URL$)/.test(name));
  const child = spawn(command, args, { cwd: root, env: { ...Object.fromEntries(ours), ...env }, stdio: ['ignore', output, 'inherit'] });
  running.add(child);
  const ended = new Promise((done, fail) => {
    child.once('error', fail).once('close', (code) => (running.delete(child), done(code)));
  });
  const stop = () => (child.kill('SIGTERM'), ended);
  return { child, ended, stop };
}

/** Runs a program to its end and returns what it printed; it has so many seconds. */
export async function run(command, args, { seconds = 600, env } = {}) {
  const { child, ended } = launch(command, args, { env, output: 'pipe' });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const code = await ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${command} ${args[0] ?? ''} ended with ${code ?? `nothing after ${seconds} s`}`);
  return printed;
}

/** Waits for an address to answer, looking every few milliseconds. */
export async function answers(url, within = 120) {
  for (const end = Date.now() + within * 1000; Date.now() < end; await later(5)) {
    if ((await fetch(url).catch(() => null))?.ok) return;
  }
  throw new Error(`${url} did not answer within ${within} s`);
}

/** The data folder, filled; `serve` starts a server on it and says how many milliseconds that took. */
export async function prepare() {
  mkdirSync(join(root, 'target/tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, 'target/tmp/bench-'));
  folders.add(folder);
  const data = join(folder, 'data');
  const shared = process.env.PORTOLANO_TEST_SHARED;
  const file = shared && join(shared, 'data/services.csv');
  if (file && existsSync(file)) {
    say('bringing in the large file of services');
    await run(program, ['import', 'services', file, '--data', data, '--log', 'warn']);
  } else {
    say('there is no large file of services beside this folder: measuring with the starter content');
  }
  await run(program, ['reindex', '--data', data, '--log', 'warn']);

  /** With `core`, the server has one thread and runs there. */
  async function serve(core) {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const command = [program, 'serve', '--data', data, '--addr', `127.0.0.1:${port}`, '--log', 'warn'];
    if (core !== undefined) command.unshift('taskset', '-c', String(core));
    const env = { PORTOLANO_RATE_LIMIT: '0', ...(core !== undefined && { TOKIO_WORKER_THREADS: '1' }) };
    const start = performance.now();
    const server = launch(command[0], command.slice(1), { env });
    await answers(`${base}/readyz`);
    return { ...server, base, pid: server.child.pid, startup: performance.now() - start };
  }
  return { data, folder, shared, serve };
}
