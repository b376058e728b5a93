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

    // The specialist hears of it.
    const again = await phone.script(['sync', 'expect waiting 0']);
    assert.equal(again.failed, false, again.said);
    assert.ok(needsYou(again.said) < waiting, again.said);
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
