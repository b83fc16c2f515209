// Keeps forms while there is no connection, and sends them when there is one.

import * as banner from "./banner.js";
import { partsOf, showPage } from "./drawing.js";
import { takeOver } from "./forms.js";
import { keepPage, taken } from "./kept.js";
import { dropKeys, keyFor, keyHolder, keyOf } from "./keys.js";
import * as queue from "./queue.js";
import { drawShell, isShell } from "./shell.js";
import { watchSignOut } from "./sign_out.js";
import * as list from "./waiting.js";

const AT_FIRST = 3_000; // then after twice as long each time, up to a minute
const A_MINUTE = 60_000;
const possible = window.isSecureContext && "indexedDB" in window && "locks" in navigator && "BroadcastChannel" in window;
const who = { account: null, token: "" };
const state = { account: null, opens: false, ended: "" };
const page = possible ? taken() : null;

async function drawn() {
  state.account = who.account;
  state.opens = who.account !== null && (await keyOf(who.account)) !== null;
  await Promise.all([banner.draw(state), list.draw(state)]);
}

// Who has signed in, as the server drew the page; without a connection, whose key is here.
async function whoIsHere() {
  const told = document.body.dataset.account;
  if (isShell() || told === undefined) {
    who.account = await keyHolder();
    return;
  }
  who.account = told === "" ? null : Number(told);
  who.token = document.querySelector('input[name="csrfmiddlewaretoken"]')?.value ?? "";
  await dropKeys(who.account);
}

async function readyToKeep() {
  const { waiting, back } = await queue.counted(who.account);
  const own = waiting + back > 0;
  if (!page && !own) return;
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
  const key = who.token ? await keyFor(who.account, who.token) : null;
  if (page && key) await keepPage(page, key);
}

async function sendWhatWaits() {
  if (who.account === null || document.visibilityState === "hidden") return;
  const { waiting } = await queue.counted(who.account);
  if (waiting && (await keyOf(who.account))) state.ended = await queue.send(who.account);
  await drawn();
}

// Tries at once, and again and again.
let next = 0;
async function keepSending(wait = AT_FIRST) {
  clearTimeout(next);
  await sendWhatWaits().catch(() => {});
  clearTimeout(next); // somebody else may have begun meanwhile
  if (state.ended === "another-person") return; // their session is not kept alive by this page
  next = setTimeout(keepSending, wait, Math.min(wait * 2, A_MINUTE));
}

// `#mend-…`: the form that came back is shown as the server sent it back, with what was typed.
async function mend() {
  const id = location.hash.match(/^#mend-(.+)$/)?.[1];
  const row = id && (await queue.find(id));
  const form = row && row.account === who.account && (await queue.contentOf(row));
  if (form?.page) showPage(partsOf(form.page));
}

async function start() {
  await whoIsHere();
  takeOver(who, (ended) => {
    state.ended = ended;
    void drawn();
  });
  watchSignOut(who);
  if (who.account !== null && who.token) await readyToKeep();
  if (isShell()) await drawShell(who.account);
  await mend();
  await drawn();
  queue.listen(() => void drawn());
  await keepSending();
}

if (possible) {
  // A browser that keeps nothing for us works as without this: forms go the ordinary way.
  start().catch(() => {});
  window.addEventListener("online", () => void keepSending());
  document.addEventListener("visibilitychange", () => void keepSending());
}
