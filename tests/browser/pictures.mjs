// Pictures of the server's pages with the demo's agency: every kind of page, and what an action answers, light and
// dark, on a phone and a desk; the two that leads print also as on paper; and a contact sheet for each page.
//   node pictures.mjs WAYMARK-SERVER DIRECTORY      (scripts/screens --pages)
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch, Visitor } from './lib/browser.mjs';
import { Agency } from './lib/programs.mjs';
import { setPassword, signedIn } from './lib/sign_in.mjs';
import { kindsOfPages, nameOfKind } from './lib/walk.mjs';

const [server, into] = process.argv.slice(2);
if (!server || !into) {
  console.error('usage: node pictures.mjs WAYMARK-SERVER DIRECTORY');
  process.exit(2);
}

const looks = [
  { name: '390-light', width: 390, height: 844, colorScheme: 'light' },
  { name: '390-dark', width: 390, height: 844, colorScheme: 'dark' },
  { name: '1280-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: '1280-dark', width: 1280, height: 800, colorScheme: 'dark' },
];
/// A4 upright less a centimetre on each side, at 96 dots an inch.
const paper = { name: 'print', width: 718, height: 1046, media: 'print', colorScheme: 'light' };
/// What README and docs show: the first screen of some.
const shown = {
  'lead-last-week-1280-light': 'pages-team',
  'lead-last-week-390-dark': 'pages-team-phone',
  'lead-both-sides-1280-dark': 'pages-both-sides',
  'admin-admin-devices-1280-light': 'pages-devices',
};
/// Longer pages are cut here: what follows repeats what was seen.
const longest = 3200;

class Pictures {
  constructor(browser) {
    this.browser = browser;
    this.taken = new Map();
  }

  /// Draws what the visitor sees now, in every look.
  async take(visitor, name, { print = false } = {}) {
    const files = [];
    await visitor.page.mouse.move(0, 0);
    for (const look of print ? [...looks, paper] : looks) {
      await visitor.page.emulateMedia({ media: look.media ?? 'screen', colorScheme: look.colorScheme });
      await visitor.page.setViewportSize({ width: look.width, height: look.height });
      const height = await visitor.page.evaluate(() => document.documentElement.scrollHeight);
      const file = path.join(into, `${name}-${look.name}.png`);
      const clip = { x: 0, y: 0, width: look.width, height: Math.min(Math.max(height, look.height), longest) };
      await visitor.page.screenshot({ path: file, fullPage: true, clip });
      files.push(file);
      const first = shown[`${name}-${look.name}`];
      if (first) await visitor.page.screenshot({ path: path.join(into, 'first', `${first}.png`) });
    }
    await visitor.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await visitor.page.setViewportSize({ width: 1280, height: 800 });
    this.taken.set(name, files);
  }

  /// One sheet for each page: its pictures beside each other.
  async sheets() {
    await mkdir(path.join(into, 'sheets'), { recursive: true });
    const page = await this.browser.newPage();
    for (const [name, files] of this.taken) {
      const images = await Promise.all(
        files.map(async (file) => {
          const data = (await readFile(file)).toString('base64');
          const scale = file.includes('-1280-') ? 0.55 : file.includes('-print') ? 0.7 : 0.75;
          return `<img src="data:image/png;base64,${data}" style="zoom:${scale}">`;
        }),
      );
      await page.setViewportSize({ width: 2120 + (files.length > 4 ? 520 : 0), height: 400 });
      await page.setContent(
        `<body style="margin:12px;background:#888;font:20px sans-serif">${name}` +
          `<div style="display:flex;gap:12px;align-items:flex-start">${images.join('')}</div>`,
      );
      await page.screenshot({ path: path.join(into, 'sheets', `${name}.png`), fullPage: true });
    }
    await page.close();
  }
}

/// Every page the links lead to.
async function takeAll(pictures, visitor, prefix) {
  const { pages } = await kindsOfPages(visitor);
  const printed = /^\/(team|people\/[^/]+)(\?week=[^&]*)?$/;
  for (const place of pages) {
    await visitor.go(place);
    await pictures.take(visitor, `${prefix}-${nameOfKind(place)}`, { print: printed.test(place) });
  }
}

/// Sends a form as it stands, whatever the browser itself would say to that.
async function sendAsItIs(visitor, button) {
  await visitor.page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)));
  await visitor.press(visitor.button(button));
}

async function takeAtTheDoor(pictures, browser, agency) {
  const visitor = await Visitor.open(browser, agency.address);
  await visitor.go('/sign-in');
  await pictures.take(visitor, 'door-sign-in');
  await sendAsItIs(visitor, 'Sign in');
  await pictures.take(visitor, 'door-sign-in-refused');
  await visitor.go(new URL(await agency.passwordLink(agency.person('specialist'), 'field')).pathname);
  await pictures.take(visitor, 'door-password-link');
  await visitor.go('/password/none');
  await pictures.take(visitor, 'door-password-link-used');
  await visitor.close();
}

async function takeLead(pictures, browser, agency) {
  const visitor = await signedIn(browser, agency, 'lead');
  await takeAll(pictures, visitor, 'lead');
  // Last week, where it is over and everything is to be decided.
  await visitor.go('/team');
  await visitor.press(visitor.link('‹ Earlier'));
  const lastWeek = visitor.place;
  await pictures.take(visitor, 'lead-last-week', { print: true });
  for (const [reason, name] of [
    ['after approval', 'held'],
    ['returned', 'returned'],
  ]) {
    await visitor.go(lastWeek);
    await visitor.press(visitor.page.locator('.attention li', { hasText: reason }).locator('a').first());
    await pictures.take(visitor, `lead-week-${name}`, { print: true });
  }
  await visitor.go(lastWeek);
  await visitor.press(visitor.link(/edited on two devices/).first());
  await pictures.take(visitor, 'lead-both-sides');
  await visitor.go('/participants/new');
  await sendAsItIs(visitor, 'Save');
  await pictures.take(visitor, 'lead-participant-refused');
  await visitor.go('/admin');
  await pictures.take(visitor, 'lead-not-theirs');
  await visitor.go(lastWeek);
  await visitor.press(visitor.button(/clean week/));
  await pictures.take(visitor, 'lead-all-clean-approved');
  await visitor.close();
}

async function takeSpecialist(pictures, browser, agency) {
  const visitor = await signedIn(browser, agency, 'field');
  await takeAll(pictures, visitor, 'specialist');
  await visitor.close();
}

async function takeAdmin(pictures, browser, agency) {
  const visitor = await signedIn(browser, agency, 'admin');
  await takeAll(pictures, visitor, 'admin');
  for (const name of ['Ruth’s old phone', 'Marcus’s tablet', 'Priya’s tablet', 'Ines’s phone']) {
    await visitor.go('/admin/devices');
    const link = visitor.link(name.replace('’', "'"));
    if ((await link.count()) === 0) continue;
    await visitor.press(link);
    await pictures.take(visitor, `admin-device-${name.toLowerCase().replace('’s', '').replaceAll(' ', '-')}`);
  }
  await visitor.go('/admin/enrol');
  await visitor.page.getByLabel('Whose device').selectOption(agency.person('specialist').person_id);
  await visitor.press(visitor.button('Make a code'));
  await pictures.take(visitor, 'admin-code');
  await visitor.go('/admin/people/new');
  await sendAsItIs(visitor, 'Add the person');
  await pictures.take(visitor, 'admin-person-refused');
  await visitor.go('/admin/policy');
  const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await visitor.page.getByLabel('Holds from').fill(ahead);
  await visitor.page.getByLabel(/Minimum/).fill('55');
  await visitor.press(visitor.button('Show what it would change'));
  await pictures.take(visitor, 'admin-policy-preview');
  await visitor.page.getByLabel('Holds from').fill('2026-01-01');
  await visitor.press(visitor.button('Show what it would change'));
  await pictures.take(visitor, 'admin-policy-preview-of-approved-weeks');
  await visitor.close();
}

const begun = Date.now();
await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
const [browser, agency] = await Promise.all([launch(), Agency.begin(server, { specialists: 8, weeks: 26 })]);
try {
  const pictures = new Pictures(browser);
  await takeAtTheDoor(pictures, browser, agency);
  for (const [role, login] of [['specialist', 'field'], ['lead', 'lead'], ['admin', 'admin']])
    await setPassword(browser, agency, agency.person(role), login);
  await takeLead(pictures, browser, agency);
  await takeSpecialist(pictures, browser, agency);
  await takeAdmin(pictures, browser, agency);
  await pictures.sheets();
  const count = [...pictures.taken.values()].flat().length;
  await writeFile(path.join(into, 'pages.txt'), `${[...pictures.taken.keys()].join('\n')}\n`);
  console.log(`pages: ${count} pictures and ${pictures.taken.size} sheets in ${into} after ${Math.round((Date.now() - begun) / 1000)} s`);
} finally {
  await browser.close();
  await agency.end();
}
