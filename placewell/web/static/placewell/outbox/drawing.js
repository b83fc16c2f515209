// Parts of a page, made without a word of HTML from a string.

import { initAll } from "../../vendor/nhsuk/nhsuk-frontend.min.js";

// element("p", {class: "nhsuk-body"}, "words", another)
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute === "onclick") made.addEventListener("click", value);
    else made.setAttribute(attribute, value);
  }
  made.append(...inside);
  return made;
}

export const link = (address, words) => element("a", { href: address }, words);

export function button(words, pressed, kind = "") {
  const classes = kind ? `nhsuk-button nhsuk-button--${kind}` : "nhsuk-button";
  return element("button", { type: "button", class: classes, onclick: pressed }, words);
}

export const things = (count) => (count === 1 ? "1 thing" : `${count} things`);

const SAID = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
export const moment = (at) => new Date(at).toLocaleString("en-GB", SAID);

// Puts parts in the place of what the page shows, and leads people there.
export function show(title, ...parts) {
  const main = document.querySelector("main");
  document.title = `${title} – ${document.title.split(" – ").at(-1)}`;
  main.replaceChildren(element("div", { class: "placewell-column" }, ...parts));
  leadTo(main);
}

export function leadTo(main) {
  const first = main.querySelector(".nhsuk-error-summary, h1");
  if (!first) return;
  first.setAttribute("tabindex", "-1");
  first.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

// Puts a page of the server's, or what was kept of one, in the place of what is shown.
export function showPage({ title, back, main }) {
  const parsed = new DOMParser().parseFromString(main, "text/html");
  const here = document.querySelector("main");
  document.title = title;
  while (here.previousElementSibling) here.previousElementSibling.remove();
  here.before(...new DOMParser().parseFromString(back, "text/html").body.childNodes);
  here.replaceChildren(...parsed.body.childNodes);
  initAll({ scope: here });
  leadTo(here);
}

// What of a whole page is put in the place of another.
export function partsOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const main = page.querySelector("main");
  return { title: page.title, back: main ? backOf(main) : "", main: main?.innerHTML ?? "" };
}

// What stands before the main part: the way back.
export function backOf(main) {
  const earlier = [...main.parentElement.children];
  return earlier.slice(0, earlier.indexOf(main)).map((part) => part.outerHTML).join("");
}
