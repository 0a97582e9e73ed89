import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findCommand } from '../setup/command.mjs';
import { SetupFailure } from '../setup/failure.mjs';

/** Pixels of the page; a picture has more, for screens that show them finer. */
const WIDTH = 1080;
const SHARPNESS = 1.5;

/** The picture ends below the first groups of calls: what a reader sees first. */
const GROUPS = 6;

/** What is pointed at, so that the line above the cells tells of a call. */
const CALL = 'quotactl';

/** @type {[name: string, scheme: 'light' | 'dark'][]} */
const PICTURES = [
  ['report.png', 'light'],
  ['report-dark.png', 'dark'],
];

/**
 * Takes the pictures of a page that the documents show.
 * @param {string} page the HTML report
 * @param {string} folder where they go
 */
export async function photograph(page, folder) {
  const executablePath = findCommand('chromium') ?? findCommand('google-chrome');
  if (executablePath === undefined) throw new SetupFailure('no browser: chromium is not installed. Install it.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, colorScheme] of PICTURES) await take({ browser, colorScheme, page, path: join(folder, name) });
  } finally {
    await browser.close();
  }
  return PICTURES.map(([name]) => name);
}

/**
 * @param {{ browser: import('playwright-core').Browser, colorScheme: 'light' | 'dark', page: string, path: string }} shot
 */
async function take({ browser, colorScheme, page, path }) {
  const settings = { viewport: { width: WIDTH, height: 2000 }, deviceScaleFactor: SHARPNESS, colorScheme };
  const opened = await browser.newPage(settings);
  await opened.goto(pathToFileURL(page).href);
  await opened.locator(`[data-name="${CALL}"]`).first().hover();
  const groups = await opened.locator('.groups > *').all();
  const boxes = await Promise.all(groups.slice(0, GROUPS).map((group) => group.boundingBox()));
  const height = Math.max(...boxes.map((box) => (box === null ? 0 : box.y + box.height))) + 12;
  await opened.screenshot({ path, clip: { x: 0, y: 0, width: WIDTH, height } });
  await opened.close();
}
