/** A Chromium spoken to over its debugging pipe (Chrome DevTools Protocol), without a package. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * @typedef {object} Session
 * @property {(method: string, params?: object) => Promise<any>} send
 * @property {(method: string, listener: (params: any, session: Session) => void) => void} on
 */

/**
 * @param {string} [program]
 * @returns {Promise<{open: () => Promise<Session>, close: () => Promise<void>}>}
 */
export async function launch(program = process.env['CHROMIUM'] ?? PROGRAMS[0] ?? '') {
  const profile = mkdtempSync(join(tmpdir(), 'bench-'));
  const options = ['--headless=new', '--no-sandbox', '--no-first-run', '--remote-debugging-pipe'];
  const child = spawn(program, [...options, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] = /** @type {any[]} */ (child.stdio);
  /** @type {Map<number, {resolve: (value: any) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  /** @type {Map<string, Map<string, (params: any, session: Session) => void>>} */
  const listeners = new Map();
  let last = 0;
  /** @param {string} [sessionId] @returns {Session} */
  const session = (sessionId = '') => ({
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      }),
    on(method, listener) {
      const own = listeners.get(sessionId) ?? new Map();
      listeners.set(sessionId, own.set(method, listener));
    },
  });
  let rest = '';
  output.on('data', (/** @type {Buffer} */ data) => {
    const parts = (rest + data.toString()).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const { id, result, error, method, params, sessionId = '' } = JSON.parse(part);
      if (id) {
        const call = waiting.get(id);
        waiting.delete(id);
        if (error) call?.reject(new Error(error.message));
        else call?.resolve(result);
      } else listeners.get(sessionId)?.get(method)?.(params, session(params?.sessionId));
    }
  });
  const browser = session();
  return {
    async open() {
      const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await browser.send('Target.attachToTarget', {
        targetId,
        flatten: true,
      });
      return session(sessionId);
    },
    async close() {
      await browser.send('Browser.close');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
