// Who signs in, and with what.
import { Visitor } from './browser.mjs';

export const password = 'four quiet words here';

/// Sets the password of a person by their one-time link.
export async function setPassword(browser, agency, person, login) {
  const link = await agency.passwordLink(person, login);
  const visitor = await Visitor.open(browser, agency.address);
  await visitor.go(new URL(link).pathname);
  await visitor.fill('New password', password);
  await visitor.fill('The same once more', password);
  await visitor.press(visitor.button('Set the password'));
  await visitor.close();
}

export async function typeAccount(visitor, login, secret = password) {
  await visitor.fill('Name for signing in', login);
  await visitor.fill('Password', secret);
}

const signIns = new Map();

/// Somebody's browser, signed in: at the page they start from. Whoever signs in a second time brings the cookies of
/// the first.
export async function signedIn(browser, agency, login, options = {}) {
  const known = `${agency.address} ${login}`;
  if (!signIns.has(known)) {
    const visitor = await Visitor.open(browser, agency.address);
    await visitor.go('/sign-in');
    await typeAccount(visitor, login);
    await visitor.press(visitor.button('Sign in'));
    signIns.set(known, await visitor.context.cookies());
    await visitor.close();
  }
  const visitor = await Visitor.open(browser, agency.address, { ...options, cookies: signIns.get(known) });
  await visitor.go('/');
  return visitor;
}
