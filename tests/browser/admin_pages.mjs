// What an admin does at the desk, without a mouse: enrol a phone, see it, revoke it, and what the phone then does; and
// everything else that is kept there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAfter } from './lib/days.mjs';
import { Phone } from './lib/programs.mjs';
import { readQr } from './lib/qr.mjs';
import { signedIn } from './lib/sign_in.mjs';

/// Goes to one of the admin's sections by its link.
const open = (visitor, section) =>
  visitor.press(visitor.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: section, exact: true }));

/// Makes an enrolment code on the page and returns the link that stands under its QR code.
async function makeCode(visitor, person) {
  await open(visitor, 'Enrol');
  await visitor.choose('Whose device', person.name);
  await visitor.press(visitor.button('Make a code'));
  return visitor.page.locator('a[href^="waymark:"]').getAttribute('href');
}

/// The addresses of all devices in service or out of it.
async function devices(visitor) {
  await open(visitor, 'Devices');
  const links = visitor.page.locator('tbody th a[href^="/admin/devices/"]');
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
}

export function adminTests({ begun, program }) {
  test('Without a mouse a phone is enrolled from the QR code, revoked, and then refused with its outbox kept', async () => {
    const { browser, agency } = begun();
    const person = agency.people.filter((one) => one.role === 'specialist').at(-1);
    const visitor = await signedIn(browser, agency, 'admin', { keyboard: true });
    const before = await devices(visitor);
    const written = await makeCode(visitor, person);
    assert.match(written, /^waymark:\/\/enroll\?server=/);
    const picture = visitor.page.getByRole('img', { name: /QR code/ });
    for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['dark', 320]]) {
      await visitor.page.emulateMedia({ colorScheme });
      await visitor.page.setViewportSize({ width, height: 800 });
      assert.equal(await readQr(browser, await picture.screenshot()), written, `${colorScheme} at ${width}`);
    }
    await visitor.checkEverywhere('a new code');
    const link = await readQr(browser, await picture.screenshot());

    const phone = new Phone(program, agency, 'lost');
    const first = await phone.script(['enroll', 'start office', 'at +20m', 'stop', 'sync', 'expect waiting 0'], { link });
    assert.equal(first.failed, false, first.said);
    // The code was good for one device.
    const second = await new Phone(program, agency, 'thief').script(['enroll'], { link });
    assert.equal(second.failed, true);

    const [device, ...more] = (await devices(visitor)).filter((one) => !before.includes(one));
    assert.deepEqual(more, []);
    await visitor.press(visitor.page.locator(`a[href="${device}"]`));
    assert.match(await visitor.words(), new RegExp(person.name));
    await visitor.press(visitor.link(/^Revoke/));
    await visitor.press(visitor.button(/^Revoke/));
    assert.match(await visitor.page.getByRole('status').innerText(), /revoked/i);
    await visitor.checkEverywhere('after revoking');

    const refused = await phone.script(['at +60m', 'start travel', 'at +10m', 'stop', 'sync', 'expect sync needs_you']);
    assert.equal(refused.failed, false, refused.said);
    const kept = await phone.script(['show waiting', 'expect waiting 1']);
    assert.equal(kept.failed, false, kept.said);
    await open(visitor, 'Audit trail');
    await visitor.fill('Search', person.name);
    await visitor.choose('Action', 'Device revoked');
    await visitor.press(visitor.button('Search'));
    const rows = await visitor.page.locator('tbody tr').allInnerTexts();
    assert.ok(rows.length > 0 && rows.every((row) => /Device revoked/.test(row) && row.includes(person.name)), rows.join('; '));
    await visitor.close();
  });

  test('Without a mouse a device is to be erased, and the order is taken back', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'admin', { keyboard: true });
    await devices(visitor);
    await visitor.press(visitor.page.locator('tbody th a').first());
    await visitor.press(visitor.link('At once…'));
    await visitor.press(visitor.link('Leave it as it is'));
    await visitor.press(visitor.link('Once all is sent…'));
    await visitor.press(visitor.button('Erase it once all is sent'));
    assert.match(await visitor.words(), /ordered to erase itself once it has sent everything/);
    await visitor.press(visitor.button('Take the order back'));
    assert.match(await visitor.page.getByRole('status').innerText(), /taken back/);
    await visitor.close();
  });

  test('Without a mouse somebody is added, a policy shown and set, a place and a holiday added', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'admin', { keyboard: true });
    await open(visitor, 'People');
    await visitor.press(visitor.link('Add a person'));
    await visitor.fill('Name', 'Nadia New');
    await visitor.choose('Role', 'Team lead');
    await visitor.fill('Team', 'North');
    await visitor.fill('Name for signing in', 'nadia');
    await visitor.press(visitor.button('Add the person'));
    assert.match(await visitor.words(), /Nadia New/);

    await open(visitor, 'Policy');
    const ahead = dayAfter(new Date().toISOString().slice(0, 10), 200);
    await visitor.fill('Holds from', ahead);
    await visitor.fill('Minimum, percent', '55');
    await visitor.choose('Travel from or to home is work', 'Yes');
    await visitor.press(visitor.button('Show what it would change'));
    assert.match(await visitor.words(), /Minimum, percent: 50 → 55/);
    await visitor.checkEverywhere('a preview');
    await visitor.press(visitor.button('Set this policy'));
    assert.match(await visitor.page.locator('tbody').first().innerText(), /55 % and 65 %/);
    await visitor.press(visitor.button(/^Remove the policy/));
    assert.doesNotMatch(await visitor.page.locator('tbody').first().innerText(), /55 % and 65 %/);

    await open(visitor, 'Places');
    await visitor.fill('Name', 'Corner Library');
    await visitor.choose('Kind', 'Library');
    await visitor.fill('Latitude', '43.1');
    await visitor.fill('Longitude', '-75.2');
    await visitor.fill('Radius in metres', '60');
    await visitor.press(visitor.button('Add the place'));
    assert.equal(await visitor.link('Corner Library').count(), 1);

    await open(visitor, 'Holidays');
    await visitor.fill('Day', ahead);
    await visitor.press(visitor.button('Add the day'));
    const given = visitor.page.getByRole('status');
    assert.ok((await given.innerText()).length > 5);
    await visitor.close();
  });

  test('A password link is a page like every other', async () => {
    const { browser, agency } = begun();
    const person = agency.person('specialist');
    const visitor = await signedIn(browser, agency, 'admin');
    await visitor.go(`/admin/people/${person.person_id}`);
    await visitor.press(visitor.button('Make a link to set a password'));
    await visitor.checkEverywhere('a password link');
    await visitor.close();
  });

  test('A lead comes to no page of the admin’s, nor an admin to the team’s', async () => {
    const { browser, agency } = begun();
    const lead = await signedIn(browser, agency, 'lead');
    assert.equal((await lead.go('/admin/devices')).status(), 403);
    await lead.checkEverywhere('a page for admins, shown to a lead');
    await lead.close();
    const admin = await signedIn(browser, agency, 'admin');
    assert.equal((await admin.go('/team')).status(), 403);
    await admin.close();
  });
}
