// Forms that wait: locked, in the order in which they were written, sent by one tab at a time.

import { keyNamed, dropKey, dropKeys } from "./keys.js";
import { post, session } from "./network.js";
import { open, seal } from "./sealing.js";
import { add, all, byId, put, remove } from "./store.js";

const LOCK = "placewell-outbox";
const TRIES = 3; // of a form that breaks the server, before the others go past it
const news = new EventTarget();
const channel = new BroadcastChannel(LOCK);
channel.onmessage = (message) => news.dispatchEvent(new CustomEvent("told", { detail: message.data }));

// Calls `heard({id, answer, ledTo})` when a form was kept, sent, sent back or thrown away in any
// tab, until the function that it answers with is called.
export function listen(heard) {
  const told = (event) => heard(event.detail);
  news.addEventListener("told", told);
  return () => news.removeEventListener("told", told);
}

function tell(what) {
  channel.postMessage(what);
  news.dispatchEvent(new CustomEvent("told", { detail: what }));
}

const bound = (row) => `${row.id}|${row.account}`;

// Lock a form away. `form`: {id, address, title, words: [[name, value]], shown: [[question, answer]]}.
export async function keep(form, key) {
  const before = await byId(form.id);
  const row = { id: form.id, account: key.account, key: key.id, at: Date.now(), state: "waiting", tries: 0 };
  const sealed = { ...row, box: await seal(key, form, bound(row)) };
  // The same form, mended, stands where it stood.
  await (before ? put("waiting", { ...sealed, place: before.place }) : add("waiting", sealed));
  tell({ id: form.id, answer: "kept" });
}

// How many wait: of one account by state, and of everybody else.
export async function counted(account) {
  const rows = await all("waiting");
  const own = rows.filter((row) => row.account === account);
  return {
    waiting: own.filter((row) => row.state === "waiting").length,
    back: own.filter((row) => row.state === "back").length,
    others: rows.length - own.length,
    oldest: own[0]?.at ?? null,
  };
}

// The rows of an account in order, each with its form, or null where it cannot be opened now.
export async function opened(account) {
  const rows = (await all("waiting")).filter((row) => row.account === account);
  return Promise.all(rows.map(async (row) => ({ row, form: await contentOf(row) })));
}

// What is in a row; null without its key.
export async function contentOf(row) {
  const key = await keyNamed(row.key);
  try {
    return key && (await open(key, row.box, bound(row)));
  } catch {
    return null;
  }
}

export const find = byId;

async function changed(row, form) {
  await put("waiting", { ...row, box: await seal(await keyNamed(row.key), form, bound(row)) });
}

// Throw one away, not while it is being sent.
export async function throwAway(id) {
  await inTurn(async () => {
    const row = await byId(id);
    if (row) await remove("waiting", row.place);
  });
  tell({ id, answer: "thrown-away" });
}

// One that came back without a page to mend is tried once more.
export async function again(id) {
  const row = await byId(id);
  if (row) await put("waiting", { ...row, state: "waiting", tries: 0 });
  tell({ id, answer: "kept" });
}

const inTurn = (work, options = {}) => navigator.locks.request(LOCK, options, work);

// Send all that waits. Answers with how it ended: "sent", "sign-in", "another-person", "later",
// "unreachable", or "busy" when another tab is at it and `patient` is not set.
export async function send(account, { known = null, patient = false } = {}) {
  const options = patient ? { signal: AbortSignal.timeout(15_000) } : { ifAvailable: true };
  try {
    return await inTurn((lock) => (lock ? sendEach(account, known) : "busy"), options);
  } catch (fault) {
    if (fault.name === "TimeoutError" || fault.name === "AbortError") return "busy";
    throw fault;
  }
}

async function sendEach(account, known) {
  for (const { place } of (await all("waiting")).filter((row) => row.account === account && row.state === "waiting")) {
    const row = (await all("waiting")).find((one) => one.place === place);
    const form = row?.state === "waiting" ? await contentOf(row) : null;
    if (!form) continue; // thrown away meanwhile, or locked with a key that is not here
    known ??= await whoIsThere(account, row.key);
    if (known.answer) return known.answer;
    let reply = await post(form, account, known.token);
    if (reply.status === 403 && reply.answer === "came-back") {
      // Perhaps only the token was out of date: try with a fresh one before believing it.
      known = await whoIsThere(account, row.key);
      if (known.answer) return known.answer;
      reply = await post(form, account, known.token);
    }
    const stop = await settled(row, form, reply);
    if (stop) return stop;
  }
  return "sent";
}

// A fresh token for the account, or the answer that stops the sending.
async function whoIsThere(account, key) {
  const now = await session(key);
  if (now.answer === "sign-in") await dropKeys();
  if (now.answer !== "signed-in") return { answer: now.answer };
  if (now.account !== account) {
    await dropKeys(now.account);
    return { answer: "another-person" };
  }
  if (!now.key_stands) await dropKey(key);
  return { token: now.token };
}

// Does what an answer asks for; answers with why to stop, or with nothing.
async function settled(row, form, reply) {
  if (reply.answer === "taken-in") {
    await remove("waiting", row.place);
    tell({ id: row.id, answer: "taken-in", ledTo: reply.ledTo });
  } else if (reply.answer === "came-back" || (reply.answer === "broken" && row.tries + 1 >= TRIES)) {
    const page = reply.answer === "came-back" ? reply.page : "";
    await changed({ ...row, state: "back" }, { ...form, page });
    tell({ id: row.id, answer: "came-back", page });
  } else {
    if (reply.answer === "broken") await put("waiting", { ...row, tries: row.tries + 1 });
    if (reply.answer === "sign-in") await dropKeys();
    return reply.answer === "broken" ? "later" : reply.answer;
  }
}
