// What is told in a basement waits on the device until there is a net, and is saved once.
//
// A form with `data-once` (what it is about) and `data-whose` (who is signed in) is first kept here,
// then sent. Without a net it stays, and the page says so; whoever else signs in sends nothing of it.
const KEPT = "landfast.once";

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) || "[]");
  } catch {
    return [];
  }
}

function keep(entries) {
  if (entries.length) localStorage.setItem(KEPT, JSON.stringify(entries));
  else localStorage.removeItem(KEPT);
}

const drop = (entry) => keep(kept().filter((one) => one.key !== entry.key));

function ours() {
  const whose = document.querySelector("[data-whose]")?.dataset.whose;
  return kept().filter((entry) => entry.whose === whose);
}

// The answer's own page, or null when there is no net. Another door than ours is no answer.
async function send(entry) {
  const fresh = document.querySelector("form [name=csrfmiddlewaretoken]");
  const body = new URLSearchParams(entry.body);
  if (fresh) body.set("csrfmiddlewaretoken", fresh.value);
  try {
    return await fetch(entry.url, { method: "POST", body, credentials: "same-origin" });
  } catch {
    return null;
  }
}

const isDoor = (answer) => new URL(answer.url).pathname.startsWith("/log-ind");

function say(waiting) {
  const state = document.querySelector("[data-once-state]");
  if (!state) return;
  state.hidden = !waiting;
  state.textContent = waiting ? `${state.dataset.onceState} (${waiting})` : "";
}

async function show(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const came = page.querySelector("#main-content");
  const main = document.querySelector("#main-content");
  if (!came || !main) return location.assign(answer.url);
  history.pushState({}, "", answer.url);
  document.title = page.title;
  main.replaceChildren(...came.childNodes);
  main.focus();
  scrollTo(0, 0);
  return main;
}

async function flush(start) {
  let last = null;
  for (const entry of ours()) {
    const answer = await send(entry);
    if (!answer || answer.status >= 500 || isDoor(answer)) break;
    drop(entry);
    last = answer;
  }
  if (last) {
    const main = await show(last);
    if (main) start(main);
  }
  say(ours().length);
}

export function startOnce(start) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-once]")) return;
    event.preventDefault();
    const body = [...new FormData(form, event.submitter)].filter(([, value]) => value !== "");
    const entry = {
      key: form.dataset.once, whose: form.dataset.whose, url: form.action, body,
    };
    keep([...kept().filter((one) => one.key !== entry.key), entry]);
    flush(start);
  });
  addEventListener("online", () => flush(start));
  flush(start);
}

export function startCopying(scope) {
  scope.querySelectorAll("button[data-copy]").forEach((button) => {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      await navigator.clipboard.writeText(text.value);
      button.textContent = button.dataset.copied;
    });
  });
}
