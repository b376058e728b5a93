// What a lead does on a Monday morning: read, drill, approve, return, and what becomes of edits made meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAfter } from './lib/days.mjs';
import { Phone } from './lib/programs.mjs';
import { signedIn } from './lib/sign_in.mjs';

/// How many records the last sync of a script says need their person.
function needsYou(said) {
  const counts = [...said.matchAll(/^Sync: .*?(?:(\d+) needs? you)?$/gm)];
  return Number(counts.at(-1)?.[1] ?? 0);
}

/// The state a week's page says it is in: "Approved".
const stateOf = (visitor) => visitor.page.locator('#state').innerText();

/// Opens the week before this one for a person of the team, by the links a lead follows, and returns its first day.
async function openLastWeek(visitor, person) {
  await visitor.go('/team');
  await visitor.press(visitor.link('‹ Earlier'));
  await visitor.press(visitor.page.locator('table.team').getByRole('link', { name: person.name }));
  return new URL(visitor.page.url()).searchParams.get('week');
}

export function leadTests({ begun, program }) {
  const team = () => {
    const { agency } = begun();
    const lead = agency.person('lead');
    return { lead, people: agency.people.filter((one) => one.role === 'specialist' && one.team === lead.team) };
  };

  test('A lead reads the team, and goes from it to a week, to an entry, and back', async () => {
    const { browser, agency } = begun();
    const { lead, people } = team();
    const visitor = await signedIn(browser, agency, 'lead');
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

    const week = await openLastWeek(visitor, people[0]);
    assert.match(await visitor.page.locator('h1').innerText(), new RegExp(people[0].name));
    const entries = visitor.page.locator('table.entries td.time a');
    assert.ok((await entries.count()) > 5);
    await visitor.press(entries.first());
    assert.match(await visitor.words(), /Versions/);
    assert.match(await visitor.words(), /Counts as community|Does not count|Not worked/);
    await visitor.press(visitor.page.getByRole('link', { name: `${people[0].name}'s week` }));
    assert.ok(visitor.place.includes(week));
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

  test('A week is approved; an edit from the phone is held; returning the week with a note applies it', async () => {
    const { browser, agency } = begun();
    const [person] = team().people;
    const visitor = await signedIn(browser, agency, 'lead');
    const week = await openLastWeek(visitor, person);
    if ((await stateOf(visitor)) !== 'Approved') await visitor.press(visitor.button('Approve the week'));
    assert.equal(await stateOf(visitor), 'Approved');
    await visitor.checkEverywhere('an approved week');

    // On Saturday, of which the sample's people know nothing.
    const { link } = await agency.command('enroll', '--person', person.person_id);
    const phone = new Phone(program, agency, 'held');
    const made = await phone.script(
      [`at ${dayAfter(week, 5)}T10:00`, 'enroll', 'start office', 'at +30m', 'stop', 'sync', 'expect sync needs_you'],
      { link },
    );
    assert.equal(made.failed, false, made.said);
    const waiting = needsYou(made.said);
    await visitor.page.reload();
    assert.match(await visitor.words(), /Held for you/);
    assert.doesNotMatch(await visitor.page.locator('table.entries').innerText(), /Sat /);
    await visitor.checkEverywhere('a week with a held edit');

    const note = 'Please look at Monday again.';
    await visitor.page.getByLabel('Note to the specialist').fill(note);
    await visitor.press(visitor.button('Return with this note'));
    assert.equal(await stateOf(visitor), 'Returned');
    assert.match(await visitor.words(), new RegExp(`Returned with the note: ${note}`));
    assert.doesNotMatch(await visitor.words(), /Held for you/);
    assert.match(await visitor.page.locator('table.entries').innerText(), /Sat /);
    await visitor.checkEverywhere('a returned week');

    // The specialist hears of it, and hands the week in again.
    const again = await phone.script(['sync', 'expect waiting 0']);
    assert.equal(again.failed, false, again.said);
    assert.ok(needsYou(again.said) < waiting, again.said);
    const handedIn = await phone.script([`submit ${week}`, 'sync', 'expect waiting 0']);
    assert.equal(handedIn.failed, false, handedIn.said);
    await visitor.page.reload();
    assert.equal(await stateOf(visitor), 'Submitted');
    const steps = await visitor.page.locator('ol.steps > li').allInnerTexts();
    assert.match(steps[0], /^Handed in/);
    const returned = steps.findIndex((step) => step.startsWith('Returned'));
    assert.ok(returned > 0 && steps[returned].includes(note), steps.join('\n'));
    assert.ok(steps.slice(returned).some((step) => step.startsWith('Approved')), steps.join('\n'));
    await visitor.checkEverywhere('a week handed in again');
    await visitor.close();
  });

  test('All clean weeks are approved at once, and the others are left alone', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead');
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
    await visitor.checkEverywhere('the edits put aside');
    await visitor.close();
    const admin = await signedIn(browser, agency, 'admin');
    assert.equal((await admin.go(page)).status(), 403);
    await admin.go('/admin/conflicts');
    for (const side of sides) assert.ok(!(await admin.words()).includes(side), side);
    await admin.close();
  });

  test('On paper there is the whole table and no navigation', async () => {
    const { browser, agency } = begun();
    const visitor = await signedIn(browser, agency, 'lead');
    await openLastWeek(visitor, team().people[0]);
    const paths = [visitor.place.replace(/^\/people\/[^?]+/, '/team'), visitor.place];
    // A4 and Letter, upright, less a centimetre on each side.
    for (const width of [718, 740])
      for (const path of paths) {
        await visitor.go(path);
        await visitor.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await visitor.page.setViewportSize({ width, height: 1000 });
        for (const hidden of ['header.top', 'footer', '.screen-only', 'form'])
          for (const one of await visitor.page.locator(hidden).all()) assert.equal(await one.isVisible(), false, hidden);
        const clipped = await visitor.page.evaluate(() => {
          const edge = document.documentElement.clientWidth;
          return [...document.querySelectorAll('table, thead, th, td')]
            .filter((cell) => !cell.classList.contains('visually-hidden') && !cell.closest('details:not([open])'))
            .filter((cell) => {
              const box = cell.getBoundingClientRect();
              const holder = (cell.closest('.table, .card') ?? cell).getBoundingClientRect();
              return box.width === 0 || box.right > Math.min(edge, holder.right) + 1 || cell.scrollWidth > cell.clientWidth + 1;
            })
            .map((cell) => cell.textContent.trim().slice(0, 30));
        });
        assert.deepEqual(clipped, [], `${path} at ${width}`);
        const ground = await visitor.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(ground, 'rgb(255, 255, 255)');
      }
    await visitor.close();
  });

  test('A week is approved without a mouse', async () => {
    const { browser, agency } = begun();
    const person = team().people.at(-1);
    const visitor = await signedIn(browser, agency, 'lead');
    await openLastWeek(visitor, person);
    if ((await stateOf(visitor)) === 'Approved') {
      await visitor.page.getByLabel('Note to the specialist').fill('Once more, please.');
      await visitor.press(visitor.button('Return with this note'));
    }
    assert.notEqual(await stateOf(visitor), 'Approved');
    await visitor.tabTo('Approve the week');
    await Promise.all([visitor.page.waitForNavigation(), visitor.page.keyboard.press('Enter')]);
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
    await visitor.checkEverywhere();
    assert.equal(await visitor.button('Approve the week').count(), 0);
    assert.equal((await visitor.go(`/people/${other.person_id}`)).status(), 403);
    assert.equal((await visitor.go('/team')).status(), 403);
    await visitor.checkEverywhere('a refused page');
    await visitor.close();
  });
}
