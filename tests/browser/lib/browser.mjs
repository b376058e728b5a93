// Debian's Chromium, without a display, and what every page of ours has to keep to in it.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const executablePath = process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium';
/// This machine may be busy with a hundred other tests.
const patience = 90_000;
/// ui.md: a page with its style sheet is lighter than this.
export const mostBytes = 60 * 1024;

const themes = ['light', 'dark'];
const sizes = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];

export function launch() {
  return chromium.launch({
    executablePath,
    headless: true,
    timeout: patience,
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
}

/// One person's browser: its own cookies, a theme and a size. What its pages ask for and complain of is watched.
export class Visitor {
  static async open(browser, address, { scripts = true } = {}) {
    const visitor = new Visitor();
    visitor.address = address;
    visitor.complaints = [];
    visitor.context = await browser.newContext({
      baseURL: address,
      viewport: sizes[1],
      javaScriptEnabled: scripts,
      acceptDownloads: true,
    });
    visitor.context.setDefaultTimeout(patience);
    if (scripts) await visitor.context.addInitScript({ content: axe.source });
    visitor.page = await visitor.context.newPage();
    visitor.page.on('request', (request) => visitor.#watch(request));
    visitor.page.on('console', (message) => {
      // A refused form is an answer of 4xx, which the browser notes; what a page does wrong is not that.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        visitor.complaints.push(`console: ${message.text()}`);
    });
    visitor.page.on('pageerror', (error) => visitor.complaints.push(`script: ${error.message}`));
    return visitor;
  }

  #watch(request) {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.origin === new URL(this.address).origin) return;
    this.complaints.push(`a request to ${url.origin}`);
  }

  /// Opens a page of ours and returns its answer.
  async go(path) {
    const answer = await this.page.goto(path);
    await this.page.waitForLoadState('load');
    return answer;
  }

  /// What the server answers to a request with this visitor's cookies beside the page. On a connection of its own:
  /// the server closes one that idles for a second, and this client, other than a browser, does not ask again.
  ask(path, options = {}) {
    return this.context.request.fetch(path, { ...options, headers: { connection: 'close' } });
  }

  /// The path and query being shown.
  get place() {
    const url = new URL(this.page.url());
    return decodeURIComponent(url.pathname + url.search);
  }

  /// Presses something that leads to another page, and waits for that.
  async press(locator) {
    await Promise.all([this.page.waitForNavigation(), locator.click()]);
    await this.page.waitForLoadState('load');
  }

  button(name) {
    return this.page.getByRole('button', { name });
  }

  link(name) {
    return this.page.getByRole('link', { name });
  }

  /// Presses Tab until the field of that name, or what says that, has the focus.
  async tabTo(what) {
    for (let step = 0; step < 60; ++step) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate(
        () => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent,
      );
      if (focused?.trim() === what) return;
    }
    assert.fail(`Tab does not reach ${what} on ${this.place}`);
  }

  /// What everything on the page says.
  async words() {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /// The flaws axe finds, as sentences.
  async flaws() {
    const found = await this.page.evaluate(() =>
      window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    return found.violations.map(
      (flaw) => `${flaw.id}: ${flaw.help} (${flaw.nodes.map((node) => node.target.join(' ')).join('; ')})`,
    );
  }

  /// Everything that holds of every page, wherever one is.
  async checkPage(where = this.place) {
    assert.deepEqual(await this.flaws(), [], `axe on ${where}`);
    const { scrollWidth, width } = await this.page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      width: document.documentElement.clientWidth,
    }));
    assert.ok(scrollWidth <= width, `${where} is ${scrollWidth} wide in a window of ${width}`);
    assert.deepEqual(this.complaints, [], `complaints on ${where}`);
  }

  /// The same in both themes, narrow and wide; the page is not asked for again.
  async checkEverywhere(where = this.place) {
    for (const colorScheme of themes)
      for (const size of sizes) {
        await this.page.emulateMedia({ colorScheme });
        await this.page.setViewportSize(size);
        await this.checkPage(`${where} (${colorScheme}, ${size.width})`);
      }
  }

  async close() {
    assert.deepEqual(this.complaints, []);
    await this.context.close();
  }
}

/// The bytes of a page with the style sheet it names, as they come over the wire (not compressed).
export async function weigh(visitor, path) {
  const page = await visitor.ask(path);
  const html = await page.body();
  let bytes = html.length;
  for (const [, file] of html.toString().matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
    bytes += (await (await visitor.ask(file)).body()).length;
  return bytes;
}
