// The key of who is signed in: asked for once after signing in, gone with the session.

import { askForKey, session } from "./network.js";
import { keysFrom } from "./sealing.js";
import { all, device, get, put, remove } from "./store.js";

// A cookie that ends when the session's own does: with the browser. Without it no key is used.
const MARK = "placewell_key";

function mark(account) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${MARK}=${account}; Path=/; SameSite=Strict${secure}`;
}

function marked() {
  return document.cookie.split("; ").find((pair) => pair.startsWith(`${MARK}=`))?.slice(MARK.length + 1) ?? "";
}

function unmark() {
  document.cookie = `${MARK}=; Path=/; Max-Age=0; SameSite=Strict`;
}

const holds = (key) => key.ends > Date.now() && String(key.account) === marked();

// Whose key is here, as a number; null when nobody's. Keys whose time is over are dropped.
export async function keyHolder() {
  const keys = await all("keys");
  await Promise.all(keys.filter((key) => !holds(key)).map((key) => remove("keys", key.id)));
  return keys.find(holds)?.account ?? null;
}

// The key with which something new is locked; null when there is none.
export async function keyOf(account) {
  const own = (await all("keys")).filter((key) => key.account === account && holds(key));
  return own.sort((one, other) => other.at - one.at)[0] ?? null;
}

// The key with which something was locked; null when it is not here.
export async function keyNamed(id) {
  const key = await get("keys", id);
  return key && holds(key) ? key : null;
}

// The account's key, from here or from the server; null when neither has it.
export async function keyFor(account, token) {
  const here = await keyOf(account);
  if (here) return here;
  let told = await askForKey(await device(), token);
  if (told.answer === "unreachable") {
    // An answer that is not ours can also mean a token that is out of date.
    const now = await session();
    if (now.answer === "signed-in" && now.account === account) told = await askForKey(await device(), now.token);
  }
  if (told.answer !== "signed-in" || told.account !== account) return null;
  const secret = Uint8Array.from(atob(told.secret), (letter) => letter.charCodeAt(0));
  const key = { id: told.id, account, ...(await keysFrom(secret)), at: Date.now(), ends: Date.now() + told.lasts * 1000 };
  secret.fill(0);
  // A key of the same name is the same key; one of another name is put beside it, never over it.
  await put("keys", key);
  mark(account);
  return key;
}

// Forget the keys of everybody, or of everybody but one. What they locked stays locked.
export async function dropKeys(but = null) {
  if (String(but) !== marked()) unmark();
  const keys = await all("keys");
  await Promise.all(keys.filter((key) => key.account !== but).map((key) => remove("keys", key.id)));
}

// Forget one key, because the server has deleted it.
export const dropKey = (id) => remove("keys", id);
