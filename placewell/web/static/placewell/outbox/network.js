// Asking the server, with an end to every wait. Whether the browser says “online” is never asked:
// only an answer that bears our mark counts as one.

export const ANSWER = "X-Placewell-Answer";
const PATIENCE = 10_000;

// Answers with null when nothing came in time, or not from us.
async function asked(address, options = {}) {
  try {
    const reply = await fetch(address, {
      credentials: "same-origin",
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
      ...options,
    });
    const answer = reply.headers.get(ANSWER);
    return answer ? { answer, status: reply.status, headers: reply.headers, text: await reply.text() } : null;
  } catch {
    return null;
  }
}

function read(reply) {
  try {
    return { ...JSON.parse(reply.text), answer: reply.answer };
  } catch {
    return { answer: "unreachable" };
  }
}

// Who is signed in, with a fresh token: {answer: "signed-in", account, token, key_stands}, or
// {answer: "sign-in"}, or {answer: "unreachable"}.
export async function session(key = "") {
  const reply = await asked(`/waiting/session/?key=${key}`);
  return reply ? read(reply) : { answer: "unreachable" };
}

// The key of who is signed in: {answer: "signed-in", account, id, secret, lasts}.
export async function askForKey(device, token) {
  const body = new URLSearchParams({ device });
  const reply = await asked("/waiting/key/", { method: "POST", body, headers: { "X-CSRFToken": token } });
  return reply ? read(reply) : { answer: "unreachable" };
}

// Sends a form to its own address. `answer` is one of the server's, or "unreachable".
export async function post(form, author, token) {
  const reply = await asked(form.address, {
    method: "POST",
    body: new URLSearchParams(form.words),
    headers: { "X-CSRFToken": token, "X-Placewell-Author": String(author) },
  });
  if (!reply) return { answer: "unreachable" };
  if (reply.answer === "taken-in") {
    const ours = reply.headers.get("X-Placewell-Taken-In") === form.id;
    return ours ? { answer: "taken-in", ledTo: read(reply).led_to } : { answer: "unreachable" };
  }
  return { answer: reply.answer, status: reply.status, page: reply.text };
}

// Signs out. True when the server has done it.
export async function signOut(address, token) {
  try {
    const options = { method: "POST", redirect: "manual", credentials: "same-origin" };
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    const reply = await fetch(address, { ...options, body, signal: AbortSignal.timeout(PATIENCE) });
    return reply.type === "opaqueredirect";
  } catch {
    return false;
  }
}
