// Every form as the server answers it when something in it is wrong: what is wrong is said at the top and beside its
// field, and the page holds like every other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signedIn } from './lib/sign_in.mjs';

/// Where, by which button, and what is written into which field.
const leads = (own) => [
  ['/participants/new', 'Save', { code: '' }],
  [own.participant, 'Save', { code: 'A'.repeat(300) }],
  [`${own.person}/time`, 'Save the schedule', { mon: '25', tue: 'some' }],
  [`${own.person}/time`, 'Save the leave', { date: '', hours: '-1' }],
  [own.week, 'Return with this note', { note: '' }],
  ['/account', 'Change the password', { old: 'not this one', password: 'short', again: 'other' }],
];
const admins = (own) => [
  ['/admin/people/new', 'Add the person', { name: '', team: '' }],
  [own.person, 'Save', { name: '' }],
  [own.person, 'Move', { from: '' }],
  ['/admin/enrol', 'Make a code', {}],
  ['/admin/places', 'Add the place', { name: '', lat: '99', lon: 'east', radius_m: '-1' }],
  [own.place, 'Save', { name: '', lat: '' }],
  ['/admin/policy', 'Show what it would change', { effective_from: '', minimum_percent: '101' }],
  ['/admin/holidays', 'Add the day', { date: '' }],
  ['/account', 'Change the password', { old: '', password: '', again: '' }],
];

/// Fills the form of that button in and sends it, whatever the browser itself would say to that.
async function send(visitor, button, values) {
  const [answer] = await Promise.all([
    visitor.page.waitForNavigation(),
    visitor.button(button).first().evaluate((one, typed) => {
      one.form.noValidate = true;
      for (const [name, value] of Object.entries(typed)) {
        one.form.elements[name].type = 'text';
        one.form.elements[name].value = value;
      }
      one.form.requestSubmit(one);
    }, values),
  ]);
  return answer;
}

async function checkRefused(visitor, [path, button, values]) {
  const where = `${path}, ${button}`;
  await visitor.go(path);
  assert.equal((await send(visitor, button, values)).status(), 422, where);
  assert.ok((await visitor.page.getByRole('alert').innerText()).length > 5, where);
  // Each link at the top leads to its field, which names what is wrong with it.
  const faults = await visitor.page.evaluate(() => {
    const links = [...document.querySelectorAll('[role=alert] a[href^="#"]')];
    const named = links.map((link) => document.getElementById(link.hash.slice(1)));
    return {
      lost: named.filter((field) => field?.getAttribute('aria-invalid') !== 'true').length,
      silent: named.filter((field) => {
        const by = (field?.getAttribute('aria-describedby') ?? '').split(' ');
        return !by.some((id) => document.getElementById(id)?.classList.contains('wrong'));
      }).length,
      links: links.length,
    };
  });
  assert.ok(faults.links > 0, where);
  assert.deepEqual([faults.lost, faults.silent], [0, 0], where);
  await visitor.checkEverywhere(`${where}, refused`);
}

/// The address of the first link of a page that the pattern fits.
async function firstLink(visitor, page, pattern) {
  await visitor.go(page);
  const links = await visitor.page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  return links.find((one) => pattern.test(one));
}

export function refusedFormTests({ begun }) {
  test('Every refused form of a lead says what is wrong, and holds', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead');
    const week = await firstLink(visitor, '/team', /^\/people\/[^/]+\?week/);
    const participant = await firstLink(visitor, '/participants', /^\/participants\/[0-9a-f-]{36}$/);
    for (const form of leads({ participant, week, person: week.replace(/\?.*/, '') })) await checkRefused(visitor, form);
    await visitor.close();
  });

  test('Every refused form of an admin says what is wrong, and holds', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'admin');
    const person = `/admin/people/${agency.person('specialist').person_id}`;
    const place = await firstLink(visitor, '/admin/places', /^\/admin\/places\/./);
    for (const form of admins({ person, place })) await checkRefused(visitor, form);
    await visitor.close();
  });
}
