// The page that stands in for another one while there is no connection.

import { button, element, link, moment, showPage } from "./drawing.js";
import { address, pageHere, pages } from "./kept.js";
import { keyOf } from "./keys.js";

// Whether this is that page.
export const isShell = () => document.querySelector("main [data-outbox-shell]") !== null;

// Draws what was asked for, if it is here: a form that was opened before, or the list of what waits.
export async function drawShell(account) {
  const place = document.querySelector("[data-outbox-shell]");
  const key = account === null ? null : await keyOf(account);
  if (location.pathname === "/waiting/") return listHere(place);
  const page = key && (await pageHere(key));
  if (page) return formHere(page);
  place.append(button("Try again", tryAgain));
  if (!key) {
    place.append(element("p", {}, "Forms that you opened before can be filled in here while you are signed in. You are signed out now."));
    return;
  }
  const forms = (await pages(key)).map((one) => element("li", {}, link(one.address, one.title.split(" – ")[0] + person(one))));
  if (!forms.length) return;
  place.append(
    element("h2", { class: "nhsuk-heading-m" }, "Forms that you can fill in now"),
    element("ul", { class: "nhsuk-list" }, ...forms),
  );
}

function person(page) {
  const main = new DOMParser().parseFromString(page.main, "text/html");
  const name = main.querySelector("h1 [class*=caption]")?.textContent.trim();
  return name ? ` – ${name}` : "";
}

function listHere(place) {
  document.title = document.title.replace(/^[^–]+/, "Waiting to be sent ");
  place.replaceWith(
    element("h1", { class: "nhsuk-heading-l" }, "Waiting to be sent"),
    element("p", {}, "There is no connection. What waits is sent by itself when there is one."),
    element("div", { "data-outbox-list": "" }),
  );
}

const sameDay = (one, other) => new Date(one).toDateString() === new Date(other).toDateString();

function askForDays(main) {
  for (const box of main.querySelectorAll(".nhsuk-date-input__input")) box.value = "";
  for (const folded of main.querySelectorAll("[data-outbox-day]")) {
    folded.open = true;
    folded.querySelector("summary > *").textContent = "Enter the day and the time";
  }
}

function formHere(page) {
  showPage(page);
  const main = document.querySelector("main");
  for (const input of main.querySelectorAll('input[name="submission"]')) input.value = crypto.randomUUID();
  const stale = !sameDay(page.at, Date.now());
  // “Today” of another day would be taken for today.
  if (stale) askForDays(main);
  const words = `There is no connection. You can fill in this form; it is kept on this device and sent later. The page is from ${moment(page.at)}.`;
  main.prepend(element("div", { class: "nhsuk-inset-text" }, element("p", {}, stale ? `${words} Check the dates.` : words)));
}

// A page that takes long is waited for this time.
function tryAgain() {
  navigator.serviceWorker?.controller?.postMessage({ patient: address() });
  location.reload();
}
