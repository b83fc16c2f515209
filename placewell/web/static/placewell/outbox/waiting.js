// The list of what waits on this device.

import { button, element, link, moment, things } from "./drawing.js";
import * as queue from "./queue.js";

let turn = 0;

// Fills the list on the page, if it has one. `state` as for the banner.
export async function draw(state) {
  const place = document.querySelector("[data-outbox-list]");
  if (!place) return;
  const own = ++turn;
  const counts = await queue.counted(state.account);
  const rows = state.account === null ? [] : await queue.opened(state.account);
  if (own !== turn) return; // a later one knows more
  const whose = state.account === null ? "Sign in to open and send." : "Locked until somebody else signs in here.";
  const parts = rows.map(({ row, form }) => [
    JSON.stringify([row.id, row.state, row.at, form !== null, state.opens]),
    () => (form ? item(row, form) : locked(row, state)),
  ]);
  if (counts.others) {
    const said = `${things(counts.others)} on this device. ${whose}`;
    parts.push([said, () => element("p", {}, said)]);
  }
  if (!parts.length) parts.push(["", () => element("p", {}, "Nothing waits on this device.")]);
  replace(place, parts);
}

// Brings the list up to date. What is unchanged is left alone: somebody may be reading it, or saying yes.
function replace(place, parts) {
  const drawn = new Map([...place.children].map((child) => [child.dataset.seen, child]));
  const wanted = new Set(parts.map(([seen]) => seen));
  for (const child of [...place.children]) if (!wanted.has(child.dataset.seen)) child.remove();
  parts.forEach(([seen, make], number) => {
    const child = drawn.get(seen) ?? make();
    child.dataset.seen = seen;
    if (place.children[number] !== child) place.insertBefore(child, place.children[number] ?? null);
  });
}

function item(row, form) {
  const heading = form.person ? `${form.title} – ${form.person}` : form.title;
  const parts = [
    element("h2", { class: "nhsuk-heading-m" }, form.title),
    ...(form.person ? [element("p", {}, form.person)] : []),
    element("p", {}, `Written on ${moment(row.at)}. `, stateOf(row, form)),
  ];
  if (row.state === "back" && form.page) parts.push(element("p", {}, link(`${form.address}#mend-${row.id}`, `Mend “${heading}”`)));
  parts.push(words(form));
  const presses = element("div", {});
  if (row.state === "back" && !form.page) presses.append(button("Try once more", () => queue.again(row.id), "secondary"), " ");
  presses.append(button("Throw away", () => confirm(presses, row), "secondary"));
  parts.push(presses);
  return element("article", { "aria-label": heading, class: "placewell-kept", "data-id": row.id }, ...parts);
}

function stateOf(row, form) {
  if (row.state === "waiting") return "Waits to be sent.";
  return form.page ? "It came back: something must be mended." : "The service could not take it in.";
}

function words(form) {
  const rows = form.shown.map(([question, answer]) =>
    element(
      "div", { class: "nhsuk-summary-list__row nhsuk-summary-list__row--no-actions" },
      element("dt", { class: "nhsuk-summary-list__key" }, question),
      element("dd", { class: "nhsuk-summary-list__value placewell-words" }, answer),
    ),
  );
  return element("dl", { class: "nhsuk-summary-list" }, ...rows);
}

function confirm(presses, row) {
  const really = button("Yes, throw it away", () => queue.throwAway(row.id), "warning");
  const question = element("p", { tabindex: "-1" }, "It was not sent. Thrown away, it is gone.");
  presses.replaceChildren(question, really, " ", button("Keep it", () => kept(presses, row), "secondary"));
  question.focus();
}

function locked(row, state) {
  const why = state.opens
    ? "The key was deleted, so nobody can open it any more."
    : "It is locked. Sign in to read and send it.";
  const presses = element("div", {});
  if (state.opens) presses.append(button("Throw away", () => confirm(presses, row), "secondary"));
  return element(
    "article", { "aria-label": "Something locked", class: "placewell-kept", "data-id": row.id },
    element("h2", { class: "nhsuk-heading-m" }, "Something you wrote"),
    element("p", {}, `Written on ${moment(row.at)}. ${why}`), presses,
  );
}

function kept(presses, row) {
  const away = button("Throw away", () => confirm(presses, row), "secondary");
  presses.replaceChildren(away);
  away.focus();
}
