import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function findOnPath(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not there: look on
      }
    }
  }
  return undefined;
}

/**
 * The browser of this machine: found on PATH, else installed by apt where we are root.
 * @throws with one plain sentence where there is none and none can be had.
 */
export function findChromium(): string {
  const found = findOnPath();
  if (found) return found;
  const cannot =
    'There is no Chromium on PATH: install the package "chromium" (as root: apt-get install chromium).';
  if (process.getuid?.() !== 0) throw new Error(cannot);
  try {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      execFileSync('apt-get', ['-qq', ...words], { env: environment, stdio: 'ignore', timeout: 300_000 });
    }
  } catch (error) {
    throw new Error(cannot, { cause: error });
  }
  const installed = findOnPath();
  if (!installed) throw new Error(cannot);
  return installed;
}

/** A headless browser with a new profile that asks the outside world for nothing by itself. */
export async function openBrowser(): Promise<{ browser: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'dang-chromium-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    viewport: { width: 1400, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
