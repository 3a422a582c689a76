// A server on a throw-away data folder, for whatever looks at pages. `node server.mjs PORT` keeps it until it is stopped.
// PORTOLANO_BIN names another program than the debug build, from the project's folder.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A port that nobody listens on. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => probe.once('listening', ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Starts the server; `stop` ends it and takes its data away. Nothing of the caller's own settings reaches it. */
export async function start(port, flags = []) {
  mkdirSync(join(root, 'target/tmp'), { recursive: true });
  const data = mkdtempSync(join(root, 'target/tmp/data-'));
  const ours = Object.entries(process.env).filter(([name]) => !/^(PORTOLANO_|DATABASE_URL$)/.test(name));
  const program = resolve(root, process.env.PORTOLANO_BIN ?? 'target/debug/portolano');
  const server = spawn(program, ['serve', '--data', data, '--addr', `127.0.0.1:${port}`, ...flags], {
    cwd: root,
    env: { ...Object.fromEntries(ours), PORTOLANO_RATE_LIMIT: '0', PORTOLANO_LOG: process.env.PORTOLANO_LOG ?? 'warn' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { base: `http://127.0.0.1:${port}`, ended, stop };
}

/** Waits until the server says that it is ready: the first start also loads the starter content. */
export async function ready({ base, ended }, seconds = 120) {
  let gone = false;
  ended.then(() => (gone = true));
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !gone; ) {
    if ((await fetch(`${base}/readyz`).catch(() => null))?.ok) return;
    await new Promise((later) => setTimeout(later, 200));
  }
  throw new Error(gone ? 'the server ended before it was ready' : `the server was not ready after ${seconds} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await start(Number(process.argv[2] ?? 3000));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop());
  await server.ended;
  await server.stop();
}
