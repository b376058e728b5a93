// What an admin does at the desk: enrol a phone, see it, revoke it, and what the phone then does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Phone } from './lib/programs.mjs';
import { dayAfter } from './lib/days.mjs';
import { signedIn } from './lib/sign_in.mjs';

/// Makes an enrolment code on the page and returns the link its QR code holds.
async function makeCode(visitor, person) {
  await visitor.go('/admin/enrol');
  await visitor.page.getByLabel('Whose device').selectOption(person.person_id);
  await visitor.press(visitor.button('Make a code'));
  return visitor.page.locator('a[href^="waymark:"]').getAttribute('href');
}

/// The addresses of all devices in service or out of it.
async function devices(visitor) {
  await visitor.go('/admin/devices');
  const links = visitor.page.locator('tbody th a[href^="/admin/devices/"]');
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
}

export function adminTests({ begun, program }) {
  test('A phone is enrolled from the QR code’s link, revoked, and then refused with its outbox kept', async () => {
    const { browser, agency } = begun();
    const person = agency.people.filter((one) => one.role === 'specialist').at(-1);
    const visitor = await signedIn(browser, agency, 'admin');
    const before = await devices(visitor);
    const link = await makeCode(visitor, person);
    assert.match(link, /^waymark:\/\/enroll\?server=/);
    assert.equal(await visitor.page.getByRole('img', { name: /QR code/ }).count(), 1);
    await visitor.checkEverywhere('a new code');

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
    await visitor.checkEverywhere('a device');
    await visitor.press(visitor.link(/^Revoke/));
    await visitor.checkEverywhere('the question before revoking');
    await visitor.press(visitor.button(/^Revoke/));
    assert.match(await visitor.page.getByRole('status').innerText(), /revoked/i);
    await visitor.checkEverywhere('after revoking');

    const refused = await phone.script(['at +60m', 'start travel', 'at +10m', 'stop', 'sync', 'expect sync needs_you']);
    assert.equal(refused.failed, false, refused.said);
    const kept = await phone.script(['show waiting', 'expect waiting 1']);
    assert.equal(kept.failed, false, kept.said);
    await visitor.go('/admin/audit');
    assert.match(await visitor.words(), /revoked/i);
    await visitor.close();
  });

  test('A policy’s preview, a refused form and a password link hold like every other page', async () => {
    const { browser, agency } = begun();
    const person = agency.person('specialist');
    const visitor = await signedIn(browser, agency, 'admin');
    await visitor.go('/admin/policy');
    await visitor.page.getByLabel('Holds from').fill(dayAfter(new Date().toISOString().slice(0, 10), 30));
    await visitor.press(visitor.button('Show what it would change'));
    assert.match(await visitor.words(), /What it would change/);
    await visitor.checkEverywhere('a preview');
    await visitor.go('/admin/enrol');
    await visitor.press(visitor.button('Make a code'));
    assert.match(await visitor.words(), /Choose whose device it is/);
    await visitor.checkEverywhere('a refused form');
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
