// Signing out: what waits is sent first; where that cannot be, the person is told and asked.

import { button, element, show, things } from "./drawing.js";
import { forgetPages } from "./kept.js";
import { dropKeys } from "./keys.js";
import { signOut } from "./network.js";
import * as queue from "./queue.js";

const OURS = 'form[action$="/accounts/logout/"]';

export function watchSignOut(who) {
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !event.target.matches(OURS) || who.account === null) return;
    event.preventDefault();
    leaving(event.target, who).catch(() => leave(event.target));
  });
}

const leave = (form) => HTMLFormElement.prototype.submit.call(form);

async function leaving(form, who) {
  const { waiting } = await queue.counted(who.account);
  if (waiting) {
    const known = who.token ? { account: who.account, token: who.token } : null;
    await queue.send(who.account, { known, patient: true });
  }
  const left = await queue.opened(who.account);
  if (left.length) return ask(form, who, left);
  await lockUp();
  leave(form);
}

async function lockUp() {
  await forgetPages();
  await dropKeys();
}

function ask(form, who, left) {
  const names = left.map(({ form: kept }) =>
    element("li", {}, kept ? [kept.title, kept.person].filter(Boolean).join(" – ") : "Something locked"),
  );
  show(
    "Sign out?",
    element("h1", { class: "nhsuk-heading-l" }, `${things(left.length)} could not be sent`),
    element("p", {}, "If you sign out now, this stays behind:"),
    element("ul", { class: "nhsuk-list nhsuk-list--bullet" }, ...names),
    element("p", {}, "Left on this device it is locked, and is sent when you sign in here again. It is lost if the browser’s data is deleted, or the device."),
    button("Stay signed in", () => location.assign("/waiting/")), " ",
    button("Sign out and leave it locked", () => go(form, who), "secondary"), " ",
    button("Delete it and sign out", () => go(form, who, left), "warning"),
  );
}

async function go(form, who, thrownAway = []) {
  for (const { row } of thrownAway) await queue.throwAway(row.id);
  await lockUp();
  const token = form.elements.namedItem("csrfmiddlewaretoken")?.value || who.token;
  if (await signOut(form.action, token)) return location.assign("/");
  show(
    "Locked",
    element("h1", { class: "nhsuk-heading-l" }, "This device is locked, but there is no connection"),
    element("p", {}, "Nothing that waits here can be read until you sign in again. The service itself ends your session after 30 minutes without use; sign out again when there is a connection to be sure."),
  );
}

