// Debian's Chromium, without a display, and what every page of ours has to keep to in it.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { Keyboard } from './keyboard.mjs';

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
  /// `keyboard`: without a mouse, and without going anywhere but by the pages' own links; `cookies`: of a sign-in.
  static async open(browser, address, { scripts = true, keyboard = false, cookies = [] } = {}) {
    const visitor = new Visitor();
    visitor.address = address;
    visitor.complaints = [];
    visitor.context = await browser.newContext({
      baseURL: address,
      viewport: sizes[1],
      javaScriptEnabled: scripts,
      acceptDownloads: true,
      locale: 'en-US',
    });
    await visitor.context.addCookies(cookies);
    visitor.context.setDefaultTimeout(patience);
    if (scripts) await visitor.context.addInitScript({ content: axe.source });
    visitor.page = await visitor.context.newPage();
    visitor.keys = new Keyboard(visitor.page);
    visitor.keyboard = keyboard;
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
    assert.ok(!this.keyboard || this.page.url() === 'about:blank', 'who has a keyboard only follows links');
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
    if (this.keyboard) return this.keys.press(locator);
    await Promise.all([this.page.waitForNavigation(), locator.click()]);
    await this.page.waitForLoadState('load');
  }

  button(name) {
    return this.page.getByRole('button', { name });
  }

  link(name) {
    return this.page.getByRole('link', { name });
  }

  /// The field of that label, which may say that it is optional.
  field(label) {
    return this.page.getByLabel(new RegExp(`^${label}( \\(optional\\))?$`));
  }

  /// Writes into the field of that label.
  async fill(label, text) {
    await (this.keyboard ? this.keys.fill(this.field(label), text) : this.field(label).fill(text));
  }

  /// Chooses from the field of that label the option that begins with these words.
  async choose(label, words) {
    const options = await this.field(label).locator('option').allInnerTexts();
    const index = options.findIndex((option) => option.startsWith(words));
    assert.ok(index >= 0, `${words} is not among ${options}`);
    await (this.keyboard ? this.keys.choose(this.field(label), index) : this.field(label).selectOption({ index }));
  }

  /// What everything on the page says.
  async words() {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /// The flaws axe finds, as sentences. Of its rules only some look at colours, and nothing but those differs with
  /// the theme.
  async flaws({ coloursOnly = false } = {}) {
    const rules = coloursOnly
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    const found = await this.page.evaluate(
      (runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }),
      rules,
    );
    return found.violations.map(
      (flaw) => `${flaw.id}: ${flaw.help} (${flaw.nodes.map((node) => node.target.join(' ')).join('; ')})`,
    );
  }

  /// Everything that holds of every page, wherever one is.
  async checkPage(where = this.place, { coloursOnly = false } = {}) {
    assert.deepEqual(await this.flaws({ coloursOnly }), [], `axe on ${where}`);
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
        const coloursOnly = colorScheme === 'dark';
        await this.checkPage(`${where} (${colorScheme}, ${size.width})`, { coloursOnly });
      }
    await this.page.emulateMedia({ colorScheme: 'light' });
  }

  /// By keyboard through everything on the page, there and back, each stop seen in both themes.
  async checkFocus() {
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.page.setViewportSize(sizes[1]);
    await this.keys.allStops();
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.page.setViewportSize(sizes[0]);
    await this.keys.allStops({ back: true });
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
