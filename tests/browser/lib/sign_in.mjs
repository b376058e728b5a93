// Who signs in, and with what.
import { Visitor } from './browser.mjs';

export const password = 'four quiet words here';

/// Sets the password of a person by their one-time link.
export async function setPassword(browser, agency, person, login) {
  const link = await agency.passwordLink(person, login);
  const visitor = await Visitor.open(browser, agency.address);
  await visitor.go(new URL(link).pathname);
  await visitor.page.getByLabel('New password').fill(password);
  await visitor.page.getByLabel('The same once more').fill(password);
  await visitor.press(visitor.button('Set the password'));
  await visitor.close();
}

export async function typeAccount(visitor, login, secret = password) {
  await visitor.page.getByLabel('Name for signing in').fill(login);
  await visitor.page.getByLabel('Password').fill(secret);
}

/// Somebody's browser, signed in.
export async function signedIn(browser, agency, login, options = {}) {
  const visitor = await Visitor.open(browser, agency.address, options);
  await visitor.go('/sign-in');
  await typeAccount(visitor, login);
  await visitor.press(visitor.button('Sign in'));
  return visitor;
}
