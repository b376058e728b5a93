// What a lead does on a Monday morning, most of it without a mouse: read, drill, approve, return, and what becomes of
// edits made meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAfter } from './lib/days.mjs';
import { Phone } from './lib/programs.mjs';
import { Visitor } from './lib/browser.mjs';
import { signedIn, typeAccount } from './lib/sign_in.mjs';

/// How many records the last sync of a script says need their person.
function needsYou(said) {
  const counts = [...said.matchAll(/^Sync: .*?(?:(\d+) needs? you)?$/gm)];
  return Number(counts.at(-1)?.[1] ?? 0);
}

/// Comes back to the page by its own links.
async function lookAgain(visitor) {
  const { place } = visitor;
  await visitor.press(visitor.link('‹ Earlier'));
  await visitor.press(visitor.link('Later ›'));
  assert.equal(visitor.place, place);
}

/// The state a week's page says it is in: "Approved".
const stateOf = (visitor) => visitor.page.locator('#state').innerText();

/// Opens the week before this one for a person of the team, by the links a lead follows from the team's page, and
/// returns its first day.
async function openLastWeek(visitor, person) {
  await visitor.press(visitor.link('‹ Earlier'));
  await visitor.press(visitor.page.locator('table.team').getByRole('link', { name: person.name }));
  return new URL(visitor.page.url()).searchParams.get('week');
}

/// What holds of every printed page.
async function checkPaper(page, where) {
  for (const hidden of ['header.top', 'footer', '.skip', '.screen-only', 'form', 'nav', 'button'])
    for (const one of await page.locator(hidden).all()) assert.equal(await one.isVisible(), false, `${hidden} on ${where}`);
  const faults = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const told = (one) => `${one.localName} “${one.textContent.trim().slice(0, 30)}”`;
    const shown = (selector) =>
      [...document.querySelectorAll(selector)].filter(
        (one) => one.checkVisibility() && !one.closest('.visually-hidden, svg') && !one.closest('details:not([open])'),
      );
    const displays = { table: 'table', thead: 'table-header-group', tr: 'table-row', th: 'table-cell', td: 'table-cell' };
    return [
      ...shown('main *')
        .filter((one) => one.getBoundingClientRect().right > edge + 1 || one.getBoundingClientRect().left < -1)
        .map((one) => `beyond the paper: ${told(one)}`),
      ...shown('table, th, td, .card, p, dd, li')
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
        .map((one) => `wider than its room: ${told(one)}`),
      ...shown('th, td')
        .filter((one) => one.getBoundingClientRect().right > one.closest('.table, .card').getBoundingClientRect().right + 1)
        .map((one) => `cut: ${told(one)}`),
      ...Object.entries(displays).flatMap(([tag, display]) =>
        shown(`main ${tag}`)
          .filter((one) => getComputedStyle(one).display !== display)
          .map((one) => `not a ${display}: ${told(one)}`),
      ),
    ];
  });
  assert.deepEqual(faults, [], where);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)', where);
}

export function leadTests({ begun, program }) {
  const team = () => {
    const { agency } = begun();
    const lead = agency.person('lead');
    return { lead, people: agency.people.filter((one) => one.role === 'specialist' && one.team === lead.team) };
  };

  test('A lead signs in, reads the team, goes from it to a week, to an entry and back, without a mouse', async () => {
    const { browser, agency } = begun();
    const { lead, people } = team();
    const visitor = await Visitor.open(browser, agency.address, { keyboard: true });
    await visitor.go('/sign-in');
    await typeAccount(visitor, 'lead');
    await visitor.press(visitor.button('Sign in'));
    assert.equal(visitor.place, '/team');
    const said = await visitor.words();
    assert.match(said, new RegExp(`${lead.team} team`));
    assert.match(said, /pooled · mean of specialists/);
    assert.match(said, new RegExp(`of ${people.length} submitted`));
    const rows = visitor.page.locator('table.team tbody tr');
    assert.equal(await rows.count(), people.length);
    for (const one of people) assert.ok(said.includes(one.name), one.name);
    // Every picture has a real table beside it: the row says the share in figures.
    assert.match(await rows.first().innerText(), /\d+\.\d %/);

    // The first stop leads past the navigation.
    const { keyboard } = visitor.page;
    await keyboard.press('Tab');
    assert.equal(await visitor.page.evaluate(() => document.activeElement.className), 'skip');
    await keyboard.press('Enter');
    await visitor.keys.step();
    assert.equal(await visitor.page.evaluate(() => document.activeElement.closest('main') !== null), true);

    const thisWeek = await visitor.page.locator('h1').innerText();
    const week = await openLastWeek(visitor, people[0]);
    assert.match(await visitor.page.locator('h1').innerText(), new RegExp(people[0].name));
    await lookAgain(visitor);
    const entries = visitor.page.locator('table.entries td.time a');
    assert.ok((await entries.count()) > 5);
    await visitor.press(entries.first());
    assert.match(await visitor.words(), /Versions/);
    assert.match(await visitor.words(), /Counts as community|Does not count|Not worked/);
    await visitor.press(visitor.page.getByRole('link', { name: `${people[0].name}'s week` }));
    assert.ok(visitor.place.includes(week));
    await visitor.press(visitor.link('Back to this week'));
    assert.ok((await visitor.page.locator('h1').innerText()).includes(thisWeek));
    await visitor.press(visitor.link('Team week'));
    assert.equal(await visitor.page.locator('h1').innerText(), thisWeek);
    await visitor.close();
  });

  test('What is shown can be saved as CSV and XLSX', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead');
    const csv = await visitor.ask(await visitor.link('CSV').getAttribute('href'));
    assert.equal(csv.status(), 200);
    for (const one of team().people) assert.ok((await csv.text()).includes(one.name), one.name);
    const xlsx = await visitor.ask(await visitor.link('XLSX').getAttribute('href'));
    assert.equal((await xlsx.body()).subarray(0, 2).toString(), 'PK');
    await visitor.close();
  });

  test('Without a mouse a week is approved; an edit from the phone is held; returning the week with a note applies it', async () => {
    const { browser, agency } = begun();
    const [person] = team().people;
    const visitor = await signedIn(browser, agency, 'lead', { keyboard: true });
    const week = await openLastWeek(visitor, person);
    if ((await stateOf(visitor)) !== 'Approved') await visitor.press(visitor.button('Approve the week'));
    assert.equal(await stateOf(visitor), 'Approved');
    await visitor.checkPage('an approved week');

    // On Saturday, of which the sample's people know nothing.
    const { link } = await agency.command('enroll', '--person', person.person_id);
    const phone = new Phone(program, agency, 'held');
    const made = await phone.script(
      [`at ${dayAfter(week, 5)}T10:00`, 'enroll', 'start office', 'at +30m', 'stop', 'sync', 'expect sync needs_you'],
      { link },
    );
    assert.equal(made.failed, false, made.said);
    const waiting = needsYou(made.said);
    await lookAgain(visitor);
    assert.match(await visitor.words(), /Held for you/);
    assert.doesNotMatch(await visitor.page.locator('table.entries').innerText(), /Sat /);
    await visitor.checkEverywhere('a week with a held edit');

    const note = 'Please look at Monday again.';
    await visitor.fill('Note to the specialist', note);
    await visitor.press(visitor.button('Return with this note'));
    assert.equal(await stateOf(visitor), 'Returned');
    assert.match(await visitor.words(), new RegExp(`Returned with the note: ${note}`));
    assert.doesNotMatch(await visitor.words(), /Held for you/);
    assert.match(await visitor.page.locator('table.entries').innerText(), /Sat /);
    await visitor.checkPage('a returned week');

    // The specialist hears of it, and hands the week in again.
    const again = await phone.script(['sync', 'expect waiting 0']);
    assert.equal(again.failed, false, again.said);
    assert.ok(needsYou(again.said) < waiting, again.said);
    const handedIn = await phone.script([`submit ${week}`, 'sync', 'expect waiting 0']);
    assert.equal(handedIn.failed, false, handedIn.said);
    await lookAgain(visitor);
    assert.equal(await stateOf(visitor), 'Submitted');
    const steps = await visitor.page.locator('ol.steps > li').allInnerTexts();
    assert.match(steps[0], /^Handed in/);
    const returned = steps.findIndex((step) => step.startsWith('Returned'));
    assert.ok(returned > 0 && steps[returned].includes(note), steps.join('\n'));
    assert.ok(steps.slice(returned).some((step) => step.startsWith('Approved')), steps.join('\n'));
    await visitor.checkPage('a week handed in again');
    await visitor.close();
  });

  test('All clean weeks are approved at once, and the others are left alone', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead', { keyboard: true });
    await visitor.press(visitor.link('‹ Earlier'));
    const states = async () => {
      const rows = visitor.page.locator('table.team tbody tr');
      return new Map(
        await rows.evaluateAll((found) =>
          found.map((row) => [row.querySelector('th').textContent.trim(), row.cells[7].textContent.trim()]),
        ),
      );
    };
    const attended = new Set(await visitor.page.locator('.attention li > a').allInnerTexts());
    const before = await states();
    const clean = [...before].filter(([name, state]) => state === 'Submitted' && !attended.has(name));
    assert.ok(clean.length > 0, [...before].join('; '));
    await visitor.press(visitor.button(/^Approve \d+ clean week/));
    assert.match(await visitor.page.getByRole('status').innerText(), new RegExp(`^${clean.length} weeks? approved\\.$`));
    const after = await states();
    for (const [name, state] of before)
      assert.equal(after.get(name), clean.some(([one]) => one === name) ? 'Approved' : state, name);
    assert.equal(await visitor.button(/clean week/).count(), 0);
    await visitor.close();
  });

  test('A lead sees both sides of an entry that was edited on two devices, and who must decide', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead');
    await visitor.press(visitor.link('‹ Earlier'));
    await visitor.press(visitor.link('1 record edited on two devices').first());
    assert.match(visitor.place, /^\/aside\//);
    const page = visitor.place;
    const said = await visitor.words();
    assert.match(said, /decides on the phone: Sync, Needs you/);
    assert.match(said, /with \S+'s phone/);
    assert.match(said, /with \S+'s tablet/);
    const [field, ...sides] = await visitor.page
      .locator('table.sides tbody tr')
      .filter({ hasText: 'Note' })
      .first()
      .locator('th, td')
      .allInnerTexts();
    assert.equal(field, 'Note');
    assert.equal(new Set(sides).size, 2, sides.join('; '));
    await visitor.checkEverywhere('both sides of a conflict');
    await visitor.press(visitor.link('‹ Edits put aside'));
    assert.ok((await visitor.page.locator(`a[href="${page}"]`).count()) === 1);
    await visitor.close();
    const admin = await signedIn(browser, agency, 'admin');
    assert.equal((await admin.go(page)).status(), 403);
    await admin.go('/admin/conflicts');
    for (const side of sides) assert.ok(!(await admin.words()).includes(side), side);
    await admin.close();
  });

  test('On paper there are whole tables and nothing that only a screen needs', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead');
    const week = await openLastWeek(visitor, team().people[0]);
    const own = visitor.place;
    await visitor.press(visitor.page.locator('table.entries td.time a').first());
    const entry = visitor.place;
    await visitor.go('/aside');
    await visitor.press(visitor.page.locator('tbody th a').first());
    const paths = [
      `/team?week=${week}`, own, entry, visitor.place, '/aside', '/participants', '/schedules',
      own.replace(/\?.*/, '/time'),
    ];
    for (const path of paths) {
      await visitor.go(path);
      await visitor.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      // A4 and Letter, upright, less a centimetre on each side.
      for (const width of [718, 740]) {
        await visitor.page.setViewportSize({ width, height: 1000 });
        await checkPaper(visitor.page, `${path} at ${width}`);
      }
    }
    await visitor.close();
  });

  test('Without a mouse a participant is added, a schedule set, and a day of leave given and taken back', async () => {
    const { browser, agency } = begun();
    const [person] = team().people;
    const visitor = await signedIn(browser, agency, 'lead', { keyboard: true });
    await visitor.press(visitor.link('Participants'));
    await visitor.press(visitor.link('Add a participant'));
    await visitor.fill('Code or initials', 'Z.Q.');
    await visitor.choose('Program', 'ACT');
    await visitor.fill('Entered the program on', '2026-01-05');
    await visitor.choose('Looked after by', person.name);
    await visitor.keys.to(visitor.page.getByLabel(/42 CFR Part 2/));
    await visitor.page.keyboard.press('Space');
    await visitor.press(visitor.button('Save'));
    assert.match(await visitor.page.getByRole('status').innerText(), /Z\.Q\. is saved/);
    await visitor.choose('Looked after by', person.name);
    await visitor.press(visitor.button('Show'));
    assert.match(await visitor.words(), /Z\.Q\. ACT Part 2/);
    await visitor.press(visitor.link('Z.Q.'));
    await visitor.press(visitor.button('Close the case'));
    assert.match(await visitor.page.getByRole('status').innerText(), /Z\.Q\. is closed/);

    await visitor.press(visitor.link('Schedules'));
    await visitor.press(visitor.link(person.name));
    const from = dayAfter(new Date().toISOString().slice(0, 10), 90);
    await visitor.fill('From', from);
    await visitor.fill('Friday', '4:15');
    await visitor.press(visitor.button('Save the schedule'));
    assert.match(await visitor.words(), /7\.5 7\.5 7\.5 7\.5 4:15/);
    await visitor.fill('Day', from);
    await visitor.choose('Kind', 'Holiday');
    await visitor.fill('Hours', '7.5');
    await visitor.press(visitor.button('Save the leave'));
    assert.equal(await visitor.page.getByRole('row', { name: /Holiday 7\.5/ }).count(), 1);
    await visitor.press(visitor.page.getByRole('row', { name: /Holiday 7\.5/ }).getByRole('button'));
    assert.equal(await visitor.page.getByRole('row', { name: /Holiday 7\.5/ }).count(), 0);
    await visitor.close();
  });

  test('A returned week is approved without a mouse', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead', { keyboard: true });
    await openLastWeek(visitor, team().people.at(-1));
    assert.equal(await stateOf(visitor), 'Returned');
    await visitor.press(visitor.button('Approve the week'));
    assert.equal(await stateOf(visitor), 'Approved');
    assert.ok((await visitor.page.getByRole('status').innerText()).length > 5);
    await visitor.close();
  });

  test('A specialist sees their own week and nobody else’s', async () => {
    const { browser, agency } = begun();
    const own = agency.person('specialist');
    const other = agency.people.find((one) => one.role === 'specialist' && one !== own);
    const visitor = await signedIn(browser, agency, 'field');
    assert.equal(new URL(visitor.page.url()).pathname, `/people/${own.person_id}`);
    assert.match(await visitor.words(), /You hand it in on your phone/);
    assert.equal(await visitor.button('Approve the week').count(), 0);
    assert.equal((await visitor.go(`/people/${other.person_id}`)).status(), 403);
    assert.equal((await visitor.go('/team')).status(), 403);
    await visitor.checkEverywhere('a refused page');
    await visitor.close();
  });
}
