// A form that is sent: locked away first, then sent at once; forgotten only when it was taken in.

import { button, element, link, partsOf, show, showPage } from "./drawing.js";
import { address } from "./kept.js";
import { keyFor, keyOf } from "./keys.js";
import { session } from "./network.js";
import * as queue from "./queue.js";
import { readable, wordsOf } from "./words.js";

const SEND_AGAIN_HERE = "Leave this page open, and press the button again when there is a connection.";

// Takes over every form that can wait. `who`: {account, token} of this page; token "" without a
// connection. `ended` is told how the sending ended.
export function takeOver(who, ended) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches("form[data-outbox]") || who.account === null) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "yes";
    submitted(form, event.submitter, who, ended).finally(() => delete form.dataset.sending);
  });
}

function gathered(form, submitter) {
  const submission = form.elements.namedItem("submission");
  if (!submission.value) submission.value = crypto.randomUUID();
  const target = new URL(form.getAttribute("action") || address(), location.href);
  return {
    id: submission.value,
    address: target.pathname + target.search,
    title: document.title.split(" – ")[0].replace(/^Error: /, ""),
    person: document.querySelector("main h1 [class*=caption]")?.textContent.trim() ?? "",
    words: wordsOf(form, submitter),
    shown: readable(form),
  };
}

async function submitted(form, submitter, who, ended) {
  const said = announce(form, "Sending…");
  const filled = gathered(form, submitter);
  try {
    const key = (await keyOf(who.account)) ?? (who.token && (await keyFor(who.account, who.token)));
    if (!key) return await withoutKey(form, submitter, said, who);
    await queue.keep(filled, key);
  } catch {
    // This browser keeps nothing for us, as in some private windows.
    return withoutKey(form, submitter, said, who);
  }
  const told = await sentNow(filled.id, who);
  if (told.answer === "taken-in") location.assign(told.ledTo);
  else if (told.answer === "came-back" && told.page) showPage(partsOf(told.page));
  else {
    showKept(told.answer, form.dataset.outboxWaits);
    ended(told.answer);
    // Asks the browser not to make room at the cost of what waits here.
    navigator.storage?.persist?.().catch(() => {});
  }
}

// What became of one form, when everything that waits before it was sent too.
async function sentNow(id, who) {
  let mine = null;
  const stop = queue.listen((told) => {
    if (told.id === id && told.answer !== "kept") mine = told;
  });
  const known = who.token ? { account: who.account, token: who.token } : null;
  const ended = await queue.send(who.account, { known, patient: true });
  stop();
  return mine ?? { answer: ended };
}

// Nothing can be locked away here: the form goes the ordinary way, if there is one.
async function withoutKey(form, submitter, said, who) {
  const now = await session();
  if (now.answer === "signed-in" && now.account === who.account) {
    if (submitter?.name) form.append(element("input", { type: "hidden", name: submitter.name, value: submitter.value }));
    HTMLFormElement.prototype.submit.call(form);
    return;
  }
  const why = {
    "sign-in": "You have been signed out. Sign in in another tab, then come back here.",
    "signed-in": "Somebody else has signed in on this device meanwhile.",
    unreachable: "There is no connection, and nothing can be kept on this device.",
  };
  said.textContent = `${why[now.answer] ?? why.unreachable} Your words are not saved. ${SEND_AGAIN_HERE}`;
}

function announce(form, words) {
  form.querySelector("[data-outbox-says]")?.remove();
  const said = element("p", { role: "status", "data-outbox-says": "", class: "nhsuk-body" }, words);
  form.append(said);
  return said;
}

const KEPT = {
  "sign-in": "You have been signed out. Sign in again, and it is sent.",
  "another-person": "Somebody else has signed in on this device. It is sent when you sign in here again.",
  unreachable: "There is no connection now. It is sent by itself when there is one and placewell is open.",
  busy: "It is being sent. You need not wait for it.",
};

// `meanwhile`: what is to be done until it is sent, if somebody relies on it.
function showKept(answer, meanwhile) {
  const words = KEPT[answer] ?? "The service could not take it in just now. It is sent again by itself.";
  const signIn = `/accounts/login/?next=${encodeURIComponent(address())}`;
  show(
    "Kept on this device",
    element("h1", { class: "nhsuk-heading-l" }, "Kept on this device, not sent yet"),
    ...(meanwhile ? [element("p", { class: "nhsuk-error-message" }, meanwhile)] : []),
    element("p", {}, words),
    element("p", {}, "Until then it is locked on this device: only you can open it, while you are signed in."),
    element("p", {}, answer === "sign-in" ? link(signIn, "Sign in") : link("/waiting/", "See what waits to be sent")),
    button("Fill in this form once more", () => location.assign(address()), "secondary"),
  );
}
