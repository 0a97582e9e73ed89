import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ROOT, tightfit } from '../support/cli.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Where a reader of the run finds the pictures. */
const PICTURES = resolve(ROOT, 'out', 'pictures');

let browser: Browser;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tightfit-html-'));
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  await tightfit(['check', 'examples/samba/loose.yml', '--quiet', '--report-dir', folder]);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** Errors on the console, uncaught exceptions and requests for anything but the file itself. */
  readonly trouble: readonly string[];
}

async function open(options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
  const page = await browser.newPage(options);
  const trouble: string[] = [];
  const address = pathToFileURL(join(folder, 'tightfit.html')).href;
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => request.url() !== address && trouble.push(request.url()));
  await page.goto(address);
  return { page, trouble };
}

const SCREENS = [
  ['desktop', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
] as const;

describe.each(SCREENS)('the HTML report on %s', (name, screen) => {
  it('shows the verdict in the first screen, asks for nothing and breaks no rule of accessibility', async () => {
    const { page, trouble } = await open(screen);
    const box = await page.locator('.verdict .word').first().boundingBox();
    expect(await page.locator('.verdict .word').first().innerText()).toMatch(/▲ loose \(looseness \d+/u);
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(screen.viewport.height);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(screen.viewport.width);
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
    expect(trouble).toEqual([]);
    await page.close();
    expect(await violations(screen)).toEqual([]);
  });
});

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** The page's own policy would keep axe out, so it runs with that off. */
async function violations(screen: (typeof SCREENS)[number][1]): Promise<readonly string[]> {
  const { page } = await open({ ...screen, bypassCSP: true });
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
  await page.close();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

describe('the syscall grid', () => {
  it('filters by state and by name', async () => {
    const { page, trouble } = await open();
    const lit = page.locator('.cell:not(.dim)');
    const every = await lit.count();
    await page.locator('[data-filter="excess"]').click();
    const excess = await lit.count();
    expect(excess).toBeGreaterThan(0);
    expect(excess).toBeLessThan(every);
    expect(await page.locator('.cell.used:not(.dim)').count()).toBe(0);
    await page.locator('[data-filter="excess"]').click();
    await page.locator('[data-find]').fill('getcwd');
    expect(await lit.count()).toBe(1);
    expect(await page.locator('[data-detail]').innerText()).toContain('getcwd: granted and used');
    expect(trouble).toEqual([]);
    await page.close();
  });

  it('is walked with the keyboard alone', async () => {
    const { page } = await open();
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.dataset.name ?? ""');
    await page.locator('[data-find]').focus();
    await page.keyboard.press('Tab');
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    await page.keyboard.press('ArrowLeft');
    expect(first).not.toBe('');
    expect(second).not.toBe(first);
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    const below = await focused();
    expect(new Set([first, second, below]).size).toBe(3);
    expect(await page.locator('[data-detail]').innerText()).toContain(`${below}: `);
    await page.close();
  });

  it('can be read without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'tightfit.html')).href);
    expect(await page.locator('.verdict .word').innerText()).toContain('loose');
    expect(await page.locator('.cell').count()).toBeGreaterThan(350);
    await context.close();
  });
});

it('the file stands alone', () => {
  expect(readFileSync(join(folder, 'tightfit.html'), 'utf8')).not.toMatch(/\b(?:src|href)="(?!#)/u);
});
