// What this browser keeps: its own name, the keys of who is signed in, locked forms and locked pages.

const NAME = "placewell";
const RELEASE = 1;
let opened = null;

function built(database) {
  // key path, and whether the browser counts up the keys itself
  database.createObjectStore("device", { keyPath: "name" });
  database.createObjectStore("keys", { keyPath: "id" });
  database.createObjectStore("pages", { keyPath: "id" });
  const waiting = database.createObjectStore("waiting", { keyPath: "place", autoIncrement: true });
  waiting.createIndex("id", "id", { unique: true });
}

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, RELEASE);
    asked.onupgradeneeded = () => built(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const found = asked.result;
      found.onclose = () => (opened = null);
      found.onversionchange = () => {
        found.close();
        opened = null;
      };
      resolve(found);
    };
  });
  opened.catch(() => (opened = null));
  return opened;
}

// Runs `work` on one store. What was written is on the disk when the promise is kept.
async function on(store, mode, work) {
  const transaction = (await database()).transaction(store, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    const asked = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(asked?.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("not written"));
  });
}

export const all = (store) => on(store, "readonly", (rows) => rows.getAll());
export const get = (store, key) => on(store, "readonly", (rows) => rows.get(key));
export const put = (store, row) => on(store, "readwrite", (rows) => rows.put(row));
export const add = (store, row) => on(store, "readwrite", (rows) => rows.add(row));
export const remove = (store, key) => on(store, "readwrite", (rows) => rows.delete(key));
export const byId = (id) => on("waiting", "readonly", (rows) => rows.index("id").get(id));

// The name this browser gave itself, at random; made the first time.
export async function device() {
  const fresh = { name: "device", id: crypto.randomUUID() };
  try {
    await add("device", fresh);
    return fresh.id;
  } catch {
    return (await get("device", "device")).id;
  }
}
