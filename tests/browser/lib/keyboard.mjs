// Somebody without a mouse: Tab, Shift+Tab, Enter, Space, arrows and letters. Wherever the focus comes to it has to be
// seen: an outline that stands out from what it lies on, nothing over it, nothing that cuts it off.
import assert from 'node:assert/strict';

/// More stops than any page has.
const manyStops = 400;
/// WCAG 2.2, 1.4.11: what tells a state apart stands out from what is beside it.
const leastContrast = 3;

/// Runs in the page. What has the focus, and how that shows; null where the focus is on none of the page's own.
function seen(wanted) {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour)
      .slice(0, 3)
      .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const above = [];
  for (let up = one.parentElement; up; up = up.parentElement) above.push(up);
  const ground = above
    .map((up) => getComputedStyle(up).backgroundColor)
    .find((colour) => (numbers(colour)[3] ?? 1) > 0.99);
  const style = getComputedStyle(one);
  const [lighter, darker] = [light(style.outlineColor), light(ground)].sort((a, b) => b - a);
  const box = [...one.getClientRects()][0] ?? one.getBoundingClientRect();
  const width = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
  const reach = width + parseFloat(style.outlineOffset) - 1;
  const cut = above.some((up) => {
    const { overflowX, overflowY } = getComputedStyle(up);
    if (up === document.body || up === document.documentElement) return false;
    if (overflowX === 'visible' && overflowY === 'visible') return false;
    const frame = up.getBoundingClientRect();
    return (
      box.left - reach < frame.left || box.right + reach > frame.right ||
      box.top - reach < frame.top || box.bottom + reach > frame.bottom
    );
  });
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const order = window.stopBefore ? window.stopBefore.compareDocumentPosition(one) : 4;
  window.stopBefore = one;
  return {
    isIt: one === wanted,
    name: `${one.localName} “${(one.name || one.textContent || '').trim().slice(0, 40)}”`,
    width,
    contrast: (lighter + 0.05) / (darker + 0.05),
    cut,
    covered: !hit || !(one.contains(hit) || hit.contains(one)),
    // Parts of one field (day, month, year) have the focus one after another.
    moved: order === 0 ? 'within' : order & 4 ? 'on' : 'back',
  };
}

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  /// One press of Tab, or Shift+Tab. What has the focus then; null beyond the page's ends.
  async step({ back = false, wanted } = {}) {
    await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const stop = await this.page.evaluate(seen, wanted);
    if (!stop) return null;
    const where = `${stop.name} on ${new URL(this.page.url()).pathname}`;
    assert.ok(stop.width >= 2, `no outline at ${where}`);
    assert.ok(stop.contrast >= leastContrast, `the outline at ${where} has a contrast of ${stop.contrast}`);
    assert.ok(!stop.cut, `the outline is cut off at ${where}`);
    assert.ok(!stop.covered, `something lies over ${where}`);
    return stop;
  }

  /// Goes on until this has the focus, in the page's order.
  async to(locator, { back = false } = {}) {
    const wanted = await locator.elementHandle();
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    for (let count = 0, ends = 0; count < manyStops && ends < 2; ++count) {
      const stop = await this.step({ back, wanted });
      if (stop?.isIt) return;
      // From the last stop it goes round to the first.
      if (!stop) ++ends;
      else if (stop.moved === (back ? 'on' : 'back')) assert.ok(++ends < 2, `the order jumps at ${stop.name}`);
    }
    assert.fail(`Tab does not reach ${locator} on ${this.page.url()}`);
  }

  /// Every stop of the page once, in its order, there or back: as many as there are things to use.
  async allStops({ back = false } = {}) {
    const expected = await this.page.evaluate(() => {
      window.stopBefore = undefined;
      document.activeElement?.blur();
      getSelection().removeAllRanges();
      window.scrollTo(0, 0);
      return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
        (one) => one.type !== 'hidden' && one.checkVisibility(),
      ).length;
    });
    let stops = 0;
    for (let count = 0; count < manyStops; ++count) {
      const stop = await this.step({ back });
      if (!stop) break;
      if (stop.moved === 'within') continue;
      if (stops > 0 && stop.moved !== (back ? 'back' : 'on')) break;
      ++stops;
    }
    assert.equal(stops, expected, `stops on ${this.page.url()}`);
  }

  /// Uses a link or a button, and waits for the page it leads to.
  async press(locator) {
    await this.to(locator);
    const isLink = await locator.evaluate((one) => one.localName === 'a');
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press(isLink ? 'Enter' : 'Space')]);
    await this.page.waitForLoadState('load');
  }

  /// Writes into a field, over what is there. A date as YYYY-MM-DD.
  async fill(locator, text) {
    await this.to(locator);
    const type = await locator.evaluate((one) => one.type);
    if (type !== 'date') await this.page.keyboard.press('Control+A');
    const [year, month, day] = text.split('-');
    await this.page.keyboard.type(type === 'date' ? `${month}${day}${year}` : text);
    assert.equal(await locator.inputValue(), text);
  }

  /// Chooses the option at that place of a list.
  async choose(locator, index) {
    await this.to(locator);
    const steps = index - (await locator.evaluate((one) => one.selectedIndex));
    for (let step = 0; step < Math.abs(steps); ++step)
      await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    assert.equal(await locator.evaluate((one) => one.selectedIndex), index);
  }
}
