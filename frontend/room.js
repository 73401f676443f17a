// The screens of a meeting: they look anew when something has changed, and lose nothing without a net.
// What is pressed lies in the browser, sealed with a key that the page got with the login, until the
// server has it. It is sent in order, under a key of its own, so that twice is once.
// What it refuses for good keeps none behind it waiting: words that the server could not keep stay here,
// beside why, for their writer to copy or to let lie.
import { startCopying } from "./once.js";
import { answered, seal, unseal } from "./sealing.js";

const LOOK = 4000;
const RETRY = 5000;
const SENT_BY_FORM = new Set(["csrfmiddlewaretoken", "act", "skrevet"]);
const REFUSED = "refused";

// Landfast leads to the door: nobody is logged in here any more.
class LoggedOut extends Error {}

async function opened() {
  const asked = indexedDB.open("landfast-room", 1);
  asked.onupgradeneeded = () =>
    asked.result.createObjectStore("acts", { keyPath: "n", autoIncrement: true });
  return answered(asked);
}

// How many acts of anybody wait in this browser; without a key nobody can say whose or what they are.
export async function waiting() {
  const base = await opened();
  const count = await answered(base.transaction("acts", "readonly").objectStore("acts").count());
  base.close();
  return count;
}

// Acts of one person in one meeting; what no key of theirs opens belongs to somebody else.
class Queue {
  static async of({ key, meeting }) {
    const raw = Uint8Array.from(atob(key), (sign) => sign.charCodeAt(0));
    const sealing = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
    return new Queue(await opened(), sealing, meeting);
  }

  constructor(base, key, meeting) {
    Object.assign(this, { base, key, meeting });
  }

  store(mode) {
    return this.base.transaction("acts", mode).objectStore("acts");
  }

  async sealed(act) {
    return { meeting: this.meeting, ...(await seal(this.key, act)) };
  }

  async add(act) {
    const row = await this.sealed(act);
    return answered(this.store("readwrite").add(row));
  }

  async change(n, act) {
    const row = await this.sealed(act);
    return answered(this.store("readwrite").put({ ...row, n }));
  }

  remove(n) {
    return answered(this.store("readwrite").delete(n));
  }

  async all() {
    const rows = await answered(this.store("readonly").getAll());
    const found = [];
    for (const { n, meeting, ...row } of rows) {
      if (meeting !== this.meeting) continue;
      try {
        found.push({ n, act: await unseal(this.key, row) });
      } catch {
        continue;
      }
    }
    return found;
  }
}

// Acts of the same line build on each other: the log, one note, one theme.
function line({ kind, about, theme }) {
  return kind === "say" || kind === "stage" ? kind : `${kind} ${about || theme || ""}`;
}

function step(act) {
  return `${line(act)} ${act.saw}`;
}

class Room {
  constructor(root, begin) {
    this.root = root;
    this.begin = begin; // starts what is put in
    this.skipped = ""; // the mark that was seen while somebody typed
    this.queue = null;
    this.sending = null;
    this.timer = 0;
    this.own = new Map(); // what one's own acts made of what they saw
  }

  async start() {
    if (this.root.dataset.key) {
      this.root.addEventListener("submit", (event) => this.pressed(event));
      this.ready = Queue.of(this.root.dataset).then((queue) => (this.queue = queue));
      addEventListener("online", () => { this.without(false); this.send(); });
      addEventListener("offline", () => this.without(true));
      this.root.addEventListener("htmx:sendError", () => this.without(true));
      this.root.addEventListener("htmx:afterSettle", () => this.without(false));
      await this.ready;
      if (!navigator.onLine) this.without(true);
      await this.send();
    }
    if (!this.root.dataset.markUrl) return;
    setInterval(() => document.visibilityState === "visible" && this.look(), LOOK);
  }

  // A page that is sent as a whole has a part beside it for while there is no net. The words that are
  // being typed go along, and back again; what has no place to go back to stays until it is pressed. It
  // stands outside what the server sends anew.
  without(missing) {
    const ready = this.root.querySelector("[data-for-no-net]");
    const there = this.root.querySelector("[data-without-net]");
    if (!there && !(ready && missing)) return;
    const part = there || ready.content.cloneNode(true).firstElementChild;
    if (!there) this.root.querySelector("#room").before(part);
    const whole = this.root.querySelector("[data-needs-net]");
    const fields = [whole, part].map((one) => one?.querySelector("textarea[name$=text]"));
    const [from, to] = missing ? fields : fields.reverse();
    if (from && to) {
      whole.hidden = missing;
      carry(from, to); // with whose they are: no words stand under another's name
    }
    for (const one of part.querySelectorAll("[data-net]")) one.hidden = (one.dataset.net === "gone") !== missing;
    for (const one of part.querySelectorAll(".lf-mine")) one.hidden = !missing && !isWritten(one);
    if (!missing && !isWritten(part)) part.remove();
  }

  // What a press means, with what its screen showed.
  act(form, submitter) {
    const fields = [...new FormData(form, submitter)].filter(([name]) => !SENT_BY_FORM.has(name));
    const act = Object.fromEntries(fields);
    const label = form.querySelector("select");
    const words = [label ? label.selectedOptions[0].textContent : "", submitter ? submitter.textContent : ""];
    return { ...act, act: crypto.randomUUID(), shown: words.filter(Boolean).join(" – "), to: form.action };
  }

  async pressed(event) {
    const form = event.target;
    if (!form.matches("[data-room-act]")) return;
    event.preventDefault();
    const act = this.act(form, event.submitter);
    while (this.own.has(step(act))) act.saw = this.own.get(step(act));
    form.querySelectorAll("textarea").forEach((one) => {
      if (act.kind === "say") one.value = "";
      one.defaultValue = one.value;
    });
    const themes = form.querySelector("select[name=theme]");
    if (themes && act.how === "closed" && themes.selectedIndex + 1 < themes.length) themes.selectedIndex++;
    (event.submitter || form).closest("details")?.removeAttribute("open");
    await this.ready;
    await this.queue.add(act);
    await this.send();
  }

  token() {
    const field = this.root.querySelector("[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  async post({ to, shown, ...act }) {
    const answer = await fetch(to, {
      method: "POST", body: new URLSearchParams(act), credentials: "same-origin", redirect: "manual",
      headers: { "X-CSRFToken": this.token(), "X-Room": "1" },
    });
    if (answer.type === "opaqueredirect") throw new LoggedOut();
    if (answer.ok) return answer.json();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const why = page.querySelector("[data-refused]");
    if (!why) throw new Error(`act: ${answer.status}`); // Landfast did not say no: it is tried again
    return { outcome: REFUSED, said: why.textContent.trim() };
  }

  // One at a time and in order; what comes while it sends is sent with it. What fails is tried again.
  send() {
    const turn = () => this.drain().catch(() => this.sendLater());
    this.sending = (this.sending || Promise.resolve()).then(turn);
    return this.sending;
  }

  sendLater() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), RETRY);
  }

  async drain() {
    clearTimeout(this.timer);
    let sent = false;
    const next = async () => (await this.queue.all()).find(({ act }) => !act.refused);
    for (let first = await next(); first; first = await next()) {
      await this.show();
      try {
        const answer = await this.post(first.act);
        if (answer.outcome === REFUSED && first.act.text) {
          await this.queue.change(first.n, { ...first.act, refused: answer.said });
        } else {
          await this.queue.remove(first.n);
          this.tell(answer.said);
        }
        await this.follow(first.act, answer);
        this.without(false); // Landfast answered
        sent ||= answer.outcome !== REFUSED;
      } catch (error) {
        if (error instanceof LoggedOut) this.loggedOut(true);
        else this.sendLater();
        break;
      }
    }
    await this.show();
    if (sent) await this.anew();
  }

  // What was written on top of these words has now seen them.
  async follow(done, { outcome, saw }) {
    if (outcome !== "done" || !saw || saw === done.saw) return;
    this.own.set(step(done), saw);
    for (const { n, act } of await this.queue.all()) {
      if (line(act) === line(done) && act.saw === done.saw) await this.queue.change(n, { ...act, saw });
    }
  }

  tell(said) {
    const place = this.root.querySelector("[data-told]");
    if (place && said) place.textContent = said;
  }

  async show() {
    const rows = await this.queue.all();
    this.list("[data-waiting]", rows.filter(({ act }) => !act.refused), ({ act }) => {
      const item = document.createElement("li");
      item.textContent = [act.shown, act.text].filter(Boolean).join(": ");
      return item;
    });
    this.list("[data-unsent]", rows.filter(({ act }) => act.refused), (row) => this.kept(row));
  }

  list(name, rows, item) {
    const place = this.root.querySelector(name);
    place.hidden = !rows.length;
    place.querySelector("ol").replaceChildren(...rows.map(item));
  }

  // The words that were refused, why, and what their writer can do with them.
  kept({ n, act }) {
    const item = this.root.querySelector("[data-unsent-one]").content.cloneNode(true).firstElementChild;
    item.querySelector("[data-unsent-why]").textContent = act.refused;
    const words = item.querySelector("textarea");
    Object.assign(words, { id: `kept-${n}`, value: act.text });
    item.querySelector("[data-copy]").dataset.copy = words.id;
    item.querySelector("[data-let-lie]").addEventListener("click", async () => {
      await this.queue.remove(n);
      await this.show();
    });
    startCopying(item);
    return item;
  }

  // The part of the page that bears the mark of what it shows.
  marked() {
    return this.root.querySelector("#room[data-mark]") || this.root;
  }

  // Has something changed? Then the page is fetched, and each part that nobody is typing in is put in.
  async look() {
    const now = this.marked();
    try {
      const mark = await this.text(this.root.dataset.markUrl);
      const back = this.loggedOut(false);
      if (back) await this.send();
      if (mark === now.dataset.mark || (mark === this.skipped && isTyping(now))) return;
      const page = new DOMParser().parseFromString(await this.text(location.href), "text/html");
      const fresh = page.querySelector("[data-room]");
      if (!fresh) return await this.leave();
      if (now !== this.marked() || this.root.querySelector(".htmx-request")) return; // just pressed
      const shown = (fresh.querySelector("#room[data-mark]") || fresh).dataset.mark;
      if (this.put(fresh)) this.marked().dataset.mark = shown;
      else this.skipped = mark;
    } catch (error) {
      if (error instanceof LoggedOut) this.loggedOut(true);
      return; // no net: the page stands as it stood, and the banner says so
    }
  }

  // A page that is sent as a whole is fetched as a whole: what is typed in it goes along and is kept.
  async anew() {
    const form = this.root.querySelector("form[data-keeps-all]");
    return form ? form.requestSubmit(form.querySelector("button")) : this.look();
  }

  // The session has ended: the page says so, with the way in. What waits is sent after it.
  loggedOut(out) {
    const told = this.root.querySelector("[data-logged-out]");
    if (!told) return out && location.reload();
    const changed = told.hidden === out;
    told.hidden = !out;
    this.root.querySelector("[data-waiting] > p").hidden = out;
    const form = this.root.querySelector("form[data-keeps-all]");
    if (out && form) {
      told.querySelector("a").onclick = (event) => {
        event.preventDefault();
        this.anew(); // what is typed is kept for its writer on the way to the door
      };
    }
    return changed && !out;
  }

  // The room is closed: the page is left when nothing of one's own is only here.
  async leave() {
    const part = this.root.querySelector("[data-without-net]");
    if (part && isWritten(part) || this.queue && (await this.queue.all()).length) return;
    location.reload();
  }

  async text(url) {
    const answer = await fetch(url, { credentials: "same-origin" });
    if (new URL(answer.url).pathname === this.root.dataset.door) throw new LoggedOut();
    if (!answer.ok) throw new Error(`look: ${answer.status}`);
    return answer.text();
  }

  // Where nobody types, a page that is sent as a whole is put in as a whole.
  put(fresh) {
    const [now, other] = [this.root, fresh].map((one) => one.querySelector("#room[data-mark]"));
    if (now && other && !isTyping(now)) {
      this.replace(now, other);
      return true;
    }
    let whole = !now;
    for (const part of this.root.querySelectorAll("[data-live]")) {
      const other = fresh.querySelector(`#${part.id}`);
      if (!other) continue;
      if (isTyping(part)) {
        whole = false;
        continue;
      }
      this.replace(part, other);
    }
    return whole;
  }

  replace(part, other) {
    const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
    const open = [...part.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    for (const one of other.querySelectorAll("details > summary")) {
      one.parentElement.open ||= open.includes(one.textContent);
    }
    part.replaceWith(document.adoptNode(other));
    window.htmx?.process(other);
    this.begin(other);
    if (focused !== null) (document.getElementById(focused) || other).focus({ preventScroll: true });
  }
}

// Words that are being typed go from one field to another, with whose they are and about what.
function carry(from, to) {
  if (!from.value || to.value) return;
  for (const name of ["seat", "theme"]) {
    const [told, asked] = [from, to].map((one) => beside(one, name));
    if (!told || !asked) continue;
    if (asked.matches("select") && ![...asked.options].some((one) => one.value === told.value)) {
      asked.add(new Option(told.selectedOptions?.[0].textContent || told.value, told.value));
    }
    asked.value = told.value;
  }
  to.value = from.value;
  from.value = from.defaultValue = "";
  to.dispatchEvent(new Event("input", { bubbles: true }));
}

// The field beside some words that says whose they are, or about what.
function beside(words, name) {
  const names = { seat: ["say-seat", "seat"], theme: ["say-about", "theme"] }[name];
  const group = words.closest("[data-needs-net], form");
  return names.map((one) => group.querySelector(`[name="${one}"]`)).find(Boolean);
}

// Words that the page did not come with; or that lie in it as a draft, and are not said yet.
function isWritten(part) {
  return [...part.querySelectorAll("textarea")].some(
    (one) => one.value !== one.defaultValue || one.value && one.closest("[data-draft]"),
  );
}

// Somebody has words here that the server has not, or has folded something out to write in.
function isTyping(part) {
  const lines = [...part.querySelectorAll("input[type=text], input[type^=date], input:not([type])")];
  const ticks = [...part.querySelectorAll("input[type=checkbox], input[type=radio]")];
  if (isWritten(part) || lines.some((one) => one.value !== one.defaultValue)) return true;
  if (ticks.some((one) => one.checked !== one.defaultChecked)) return true;
  return part.contains(document.activeElement) && document.activeElement.matches("textarea, select, input");
}

export function startRoom(scope, begin) {
  const root = scope.querySelector("[data-room]");
  if (root) new Room(root, begin).start();
}
