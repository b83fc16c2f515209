// Locking and opening, with keys that no script can read out again.

const bytes = (words) => new TextEncoder().encode(words);

// The two keys made from a secret of the server: one that locks, one that gives a page its name.
export async function keysFrom(secret) {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const derive = (info, algorithm, uses) =>
    crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info: bytes(info) }, base, algorithm, false, uses,
    );
  return {
    lock: await derive("placewell outbox: lock", { name: "AES-GCM", length: 256 }, ["encrypt", "decrypt"]),
    naming: await derive("placewell outbox: naming", { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign"]),
  };
}

// `bound` is written outside the box and cannot be changed without the box failing to open.
export async function seal(key, content, bound) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const options = { name: "AES-GCM", iv, additionalData: bytes(bound) };
  return { iv, ct: await crypto.subtle.encrypt(options, key.lock, bytes(JSON.stringify(content))) };
}

// Rejects when the key is another one or anything was changed.
export async function open(key, box, bound) {
  const options = { name: "AES-GCM", iv: box.iv, additionalData: bytes(bound) };
  const content = await crypto.subtle.decrypt(options, key.lock, box.ct);
  return JSON.parse(new TextDecoder().decode(content));
}

// A name for an address, from which nobody without the key can tell the address.
export async function nameOf(key, address) {
  const signed = new Uint8Array(await crypto.subtle.sign("HMAC", key.naming, bytes(address)));
  return Array.from(signed, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
