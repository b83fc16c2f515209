// The service worker. It keeps one page without anything personal, and that page’s styles and
// scripts (KEPT, written above by the server). It never touches a form that is sent.

const HERE = `placewell-${KEPT.release}`;
const PATIENCE = 8000;
const GONE = [502, 503, 504]; // what a proxy says for us while we are away
const patient = new Set();

self.addEventListener("install", (event) => {
  // As nobody: the page must be the one that a stranger gets.
  const asked = [KEPT.shell, ...KEPT.files].map((address) => new Request(address, { credentials: "omit", cache: "reload" }));
  event.waitUntil(caches.open(HERE).then((cache) => cache.addAll(asked)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetEarlier().then(() => self.clients.claim()));
});

async function forgetEarlier() {
  const names = (await caches.keys()).filter((name) => name.startsWith("placewell-") && name !== HERE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data?.patient) patient.add(event.data.patient);
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const target = new URL(request.url);
  if (request.method !== "GET" || target.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, target));
  else if (KEPT.files.includes(target.pathname)) event.respondWith(file(request));
});

async function kept(request) {
  const cache = await caches.open(HERE);
  return cache.match(request, { ignoreVary: true });
}

async function file(request) {
  return (await kept(request)) ?? fetch(request);
}

async function page(request, target) {
  const waits = patient.delete(target.pathname + target.search);
  try {
    const reply = await (waits ? fetch(request) : Promise.race([fetch(request), tooLate()]));
    return GONE.includes(reply.status) ? ((await kept(KEPT.shell)) ?? reply) : reply;
  } catch {
    return (await kept(KEPT.shell)) ?? Response.error();
  }
}

const tooLate = () => new Promise((_, reject) => setTimeout(() => reject(new Error("too late")), PATIENCE));
