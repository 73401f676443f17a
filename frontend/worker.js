// Without a net: the shell of one page, with nothing of anybody in it. What she keeps lies sealed in
// the browser's database, and the shell's own script opens it. Only who chose so has this worker.
// And a notice, for who asked for it on this screen: that there is news, and the way to the front page.
const { name, page, files } = self.SHELL;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  const shell = () => new Request(page, { credentials: "omit", cache: "reload" });
  event.waitUntil(
    caches.open(name).then((cache) => cache.addAll([shell(), ...files])),
  );
});

self.addEventListener("activate", (event) => {
  const old = (names) => Promise.all(names.filter((one) => one !== name).map((one) => caches.delete(one)));
  event.waitUntil(caches.keys().then(old).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(page)));
  } else if (files.includes(pathname)) {
    event.respondWith(caches.match(request).then((found) => found || fetch(request)));
  }
});

self.addEventListener("push", (event) => {
  const { title = "", body = "" } = event.data ? event.data.json() : {};
  event.waitUntil(self.registration.showNotification(title || body, { body: title && body, tag: "nyt", lang: "da" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const open = async () => {
    const [here] = await self.clients.matchAll({ type: "window" });
    return here ? here.focus() : self.clients.openWindow("/");
  };
  event.waitUntil(open());
});
