// What a citizen keeps on her own phone: her card, her next meeting, her plan, her page for bad days.
// Only who has said "it is my own phone" has a copy, and a service worker. Signing out takes all of it.
import { leaveNotices, showsNotices } from "./push.js";
import { answered, seal, unseal } from "./sealing.js";

const NAME = "landfast-kept";
const STORE = "copies";
const ONE = "mine";
const OLD = 60 * 1000; // what she sees on the screen is what lies here, to a minute
const LASTS = 30 * 24 * 3600 * 1000;
const { copy, whose } = document.body.dataset;
let left = false;

// Looking for a copy where there is none leaves no empty database behind.
async function base(makes) {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () =>
    makes ? asked.result.createObjectStore(STORE) : asked.transaction.abort();
  return answered(asked);
}

async function within(mode, act) {
  const there = await base(mode === "readwrite");
  try {
    return await answered(act(there.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    there.close();
  }
}

export async function kept() {
  const row = await within("readonly", (store) => store.get(ONE)).catch(() => null);
  if (!row || Date.now() - row.seen < LASTS) return row || null;
  await forget();
  return null;
}

// The mark says that this phone has had her copy (web/mine/kept_here.py): it goes with what goes by an
// act. A browser that throws the copy away leaves it, and the first page says so.
function unmark() {
  const gone = "=; Max-Age=0; Path=/; SameSite=Lax";
  document.cookie = `kopi${gone}`;
  document.cookie = `__Host-kopi${gone}; Secure`;
}

function startLost(place) {
  place.hidden = false;
  place.querySelector("[data-copy-let-go]").addEventListener("click", () => {
    unmark();
    place.hidden = true;
  });
}

// Nothing is left: no copy, no key, no shell, no worker. A worker that shows notices stays, unless she
// leaves: then it goes with its notices.
export async function forget({ leaves = false } = {}) {
  left = true;
  unmark();
  if (leaves) leaveNotices();
  const stays = !leaves && (await showsNotices());
  const known = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];
  const workers = stays ? [] : known;
  const shells = window.caches ? await caches.keys() : [];
  await Promise.all([
    ...workers.map((one) => one.unregister()),
    ...shells.map((name) => caches.delete(name)),
    answered(indexedDB.deleteDatabase(NAME)),
  ]);
}

const newKey = () =>
  crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

async function take(before) {
  const answer = await fetch(copy, { credentials: "same-origin", redirect: "error" });
  if (answer.status === 410) {
    await forget();
    return false;
  }
  if (!answer.ok || left) throw new Error(`copy: ${answer.status}`);
  const key = before ? before.key : await newKey();
  const sealed = await seal(key, await answer.text());
  const row = { key, whose, seen: Date.now(), proof: answer.headers.get("X-Copy-Proof"), ...sealed };
  if (!left) await within("readwrite", (store) => store.put(row, ONE));
  return !left;
}

// Somebody else's copy goes when another signs in; one's own is renewed as one reads.
async function renew(row) {
  if (row.whose !== whose) return forget();
  if (copy && Date.now() - row.seen > OLD) await take(row);
}

// Nobody is signed in: does the copy still stand? She may have ended this phone from another one.
async function ask(row) {
  const headers = { "X-Copy-Proof": row.proof };
  const answer = await fetch("/uden-net/gaelder/", { headers, cache: "no-store" });
  if (answer.status === 410) await forget();
  return answer.status !== 410;
}

function day(instant) {
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" };
  const said = { weekday: "long", day: "numeric", month: "long", ...clock };
  return new Intl.DateTimeFormat(document.documentElement.lang, said).format(instant);
}

function show(place, row, words) {
  place.querySelector("[data-kept-none]").hidden = Boolean(row);
  place.querySelector("[data-kept-when]").hidden = !row;
  const page = new DOMParser().parseFromString(words, "text/html");
  place.querySelector("[data-kept-copy]").replaceChildren(...page.body.childNodes);
  place.querySelector("[data-kept-seen]").textContent = row ? day(row.seen) : "";
}

async function startShell(place, row) {
  show(place, row, row ? await unseal(row.key, row) : "");
  if (row && !whose && !(await ask(row).catch(() => true))) show(place, null, "");
}

function startChoice(place, row) {
  const can = window.isSecureContext && navigator.serviceWorker && window.caches;
  const state = (name) => {
    for (const part of place.querySelectorAll("[data-keep-when]"))
      part.hidden = part.dataset.keepWhen !== name;
  };
  state(can ? (row ? "kept" : "none") : "cannot");
  place.querySelector("[data-keep]").addEventListener("click", async () => {
    try {
      left = false;
      await navigator.serviceWorker.register("/worker.js");
      await navigator.serviceWorker.ready;
      state((await take(null)) ? "kept" : "failed");
    } catch {
      await forget().catch(() => null);
      state("failed");
    }
  });
  place.querySelector("[data-keep-no-more]").addEventListener("click", async () => {
    await forget();
    state("none");
  });
}

export async function startKeeping(scope) {
  const row = await kept();
  const [shell, choice, door, lost] = [
    "[data-kept]", "[data-choice]", "[data-kept-door]", "[data-copy-lost]",
  ].map((one) => scope.querySelector(one));
  if (lost && !row) startLost(lost);
  if (shell) await startShell(shell, row);
  if (choice) startChoice(choice, row);
  if (door && row) door.hidden = !(await ask(row).catch(() => true));
  if (row && whose) await renew(row).catch(() => null);
}
