// Forms whose page was opened, locked, so that they can be opened again without a connection.

import { backOf } from "./drawing.js";
import { nameOf, open, seal } from "./sealing.js";
import { all, get, put, remove } from "./store.js";

const AT_MOST = 40;
const DAYS = 7 * 24 * 60 * 60 * 1000;
const CARRIED = 'input[name="csrfmiddlewaretoken"], input[name="submission"]';

export const address = () => location.pathname + location.search;
const bound = (row) => `${row.id}|${row.account}`;

// The page as the server sent it, if it is a form that can be kept; null when it is not. To be
// called before any other script has touched the page.
export function taken() {
  const form = document.querySelector("form[data-outbox]");
  if (!form || document.querySelector(".nhsuk-error-summary")) return null;
  const here = document.querySelector("main");
  // A copy of the nodes, not of their text: what another script has styled meanwhile would be read
  // as inline style, which our pages do not allow.
  const main = here.cloneNode(true);
  for (const styled of main.querySelectorAll("[style]")) styled.removeAttribute("style");
  for (const input of main.querySelectorAll(CARRIED)) input.removeAttribute("value");
  // Without a connection facts are added, none is changed: what changes one is not offered.
  for (const part of main.querySelectorAll("[data-outbox-left-out]")) part.remove();
  return { address: address(), title: document.title, back: backOf(here), main: main.innerHTML };
}

// Lock the page of a form away, under a name that does not tell its address.
export async function keepPage(page, key) {
  const row = { id: await nameOf(key, page.address), account: key.account, key: key.id, at: Date.now() };
  await put("pages", { ...row, box: await seal(key, page, bound(row)) });
  const rows = (await all("pages")).sort((one, other) => other.at - one.at);
  const stale = rows.filter((one, place) => place >= AT_MOST || one.at < Date.now() - DAYS);
  await Promise.all(stale.map((one) => remove("pages", one.id)));
}

async function contentOf(row, key) {
  try {
    return { ...(await open(key, row.box, bound(row))), at: row.at };
  } catch {
    return null;
  }
}

// The kept page of this address; null when there is none that the key opens.
export async function pageHere(key) {
  const row = await get("pages", await nameOf(key, address()));
  return row ? contentOf(row, key) : null;
}

// All kept pages that the key opens, the newest first.
export async function pages(key) {
  const rows = (await all("pages")).sort((one, other) => other.at - one.at);
  const opened = await Promise.all(rows.map((row) => contentOf(row, key)));
  return opened.filter((page) => page !== null);
}

// Copies of pages are of no use to anybody once their person has signed out.
export async function forgetPages() {
  await Promise.all((await all("pages")).map((row) => remove("pages", row.id)));
}
