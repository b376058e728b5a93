// The server's pages in a real browser, as leads and admins use them: everything here is the real program, a real
// store and a real Chromium.   node browser_test.mjs WAYMARK-SERVER WAYMARK
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { adminTests } from './admin_pages.mjs';
import { leadTests } from './lead_pages.mjs';
import { launch, mostBytes, Visitor, weigh } from './lib/browser.mjs';
import { Agency, programs } from './lib/programs.mjs';
import { password, setPassword, signedIn, typeAccount } from './lib/sign_in.mjs';
import { kindsOfPages } from './lib/walk.mjs';
import { refusedFormTests } from './refused_forms.mjs';

const { server, app } = programs();
let browser;
let agency;

before(async () => {
  [browser, agency] = await Promise.all([launch(), Agency.begin(server)]);
  const admin = agency.person('admin');
  const lead = agency.person('lead');
  await setPassword(browser, agency, admin, 'admin');
  await setPassword(browser, agency, lead, 'lead');
});

after(async () => {
  await browser?.close();
  await agency?.end();
});

test('A wrong password is refused in one sentence, and the right one leads to the page asked for', async () => {
  const visitor = await Visitor.open(browser, agency.address);
  await visitor.go('/account');
  assert.equal(visitor.place, '/sign-in?next=/account');
  await visitor.checkEverywhere();
  await typeAccount(visitor, 'lead', 'not this one');
  await visitor.press(visitor.button('Sign in'));
  assert.match(await visitor.page.getByRole('alert').innerText(), /\S+ \S+/);
  await visitor.checkEverywhere('the refused sign-in');
  await typeAccount(visitor, 'lead');
  await visitor.press(visitor.button('Sign in'));
  assert.equal(visitor.place, '/account');
  await visitor.press(visitor.button('Sign out'));
  assert.equal(visitor.place, '/sign-in');
  await visitor.go('/account');
  assert.equal(visitor.place, '/sign-in?next=/account');
  await visitor.close();
});

test('A password link works once', async () => {
  const specialist = agency.person('specialist');
  const link = new URL(await agency.passwordLink(specialist, 'field')).pathname;
  const visitor = await Visitor.open(browser, agency.address);
  await visitor.go(link);
  await visitor.checkEverywhere('the password page');
  await visitor.page.getByLabel('New password').fill(password);
  await visitor.page.getByLabel('The same once more').fill('something else');
  await visitor.press(visitor.button('Set the password'));
  assert.match(await visitor.words(), /not the same/);
  await visitor.checkEverywhere('the refused password');
  await visitor.page.getByLabel('New password').fill(password);
  await visitor.page.getByLabel('The same once more').fill(password);
  await visitor.press(visitor.button('Set the password'));
  assert.match(await visitor.words(), /Your password is set/);
  assert.ok((await visitor.go(link)).status() >= 400);
  await visitor.checkEverywhere('a used password link');
  await visitor.close();
});

test('The cookie of a sign-in is out of reach of scripts and of other sites', async () => {
  const visitor = await signedIn(browser, agency, 'lead');
  const cookies = await visitor.context.cookies();
  assert.ok(cookies.length > 0);
  for (const cookie of cookies) {
    assert.equal(cookie.httpOnly, true, cookie.name);
    assert.equal(cookie.sameSite, 'Strict', cookie.name);
  }
  assert.equal(await visitor.page.evaluate(() => document.cookie), '');
  await visitor.close();
});

test('A form without its token changes nothing', async () => {
  const visitor = await signedIn(browser, agency, 'lead');
  const answer = await visitor.ask('/sign-out', { method: 'POST', form: {} });
  assert.equal(answer.status(), 403);
  await visitor.go('/account');
  assert.equal(visitor.place, '/account');
  await visitor.close();
});

test("A specialist's fullest week is light, too", async () => {
  const visitor = await signedIn(browser, agency, 'lead');
  let most = 0;
  await visitor.go('/team');
  for (let week = 0; week < 6; ++week) {
    const people = await visitor.page.locator('table.team th a').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    for (const path of people) most = Math.max(most, await weigh(visitor, path));
    await visitor.press(visitor.link('‹ Earlier'));
  }
  assert.ok(most > 0 && most < mostBytes, `one has ${most} bytes`);
  await visitor.close();
});

leadTests({ begun: () => ({ browser, agency }), program: app });
adminTests({ begun: () => ({ browser, agency }), program: app });

// These only look, so they go beside each other; after the others, so that there is a phone, a held edit's history and
// a revoked device to be seen.
describe('Every page there is', { concurrency: true }, () => {
  refusedFormTests({ begun: () => ({ browser, agency }) });

  for (const [login, who, least] of [
    ['lead', 'a lead', 8],
    ['admin', 'an admin', 12],
    ['field', 'a specialist', 3],
  ])
    test(`Every page of ${who} holds in both themes, narrow and wide, is light, and shows where the focus is`, async () => {
      const visitor = await signedIn(browser, agency, login);
      const { pages } = await kindsOfPages(visitor);
      assert.ok(pages.includes('/account') && pages.length >= least, `found ${pages}`);
      for (const path of pages) {
        const bytes = await weigh(visitor, path);
        assert.ok(bytes < mostBytes, `${path} has ${bytes} bytes`);
        await visitor.go(path);
        await visitor.checkEverywhere(path);
        await visitor.checkFocus();
      }
      await visitor.close();
    });
});

test('A lead and an admin read and act with scripts off', async () => {
  const person = agency.people.filter((one) => one.role === 'specialist' && one.team === agency.person('lead').team)[1];
  const lead = await Visitor.open(browser, agency.address, { scripts: false });
  await lead.go('/team');
  await typeAccount(lead, 'lead');
  await lead.press(lead.button('Sign in'));
  assert.equal(lead.place, '/team');
  await lead.press(lead.link('‹ Earlier'));
  await lead.press(lead.page.locator('table.team').getByRole('link', { name: person.name }));
  const state = () => lead.page.locator('#state').innerText();
  for (const [field, button, after] of [
    ['Once more, please.', 'Return with this note', 'Returned'],
    [undefined, 'Approve the week', 'Approved'],
  ]) {
    if (field) await lead.fill('Note to the specialist', field);
    await lead.press(lead.button(button));
    assert.equal(await state(), after);
  }
  await lead.close();

  const admin = await signedIn(browser, agency, 'admin', { scripts: false });
  await admin.press(admin.link('Enrol').first());
  await admin.choose('Whose device', person.name);
  await admin.press(admin.button('Make a code'));
  assert.match(await admin.words(), new RegExp(`A code for ${person.name}`));
  await admin.close();
});
