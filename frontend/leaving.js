// Leaving. Before somebody signs out, what was pressed in a meeting and has not reached the server is
// told: it stays in this browser, sealed, and only a new login of its writer opens it. What a citizen
// keeps on her phone goes as she signs out. Who must leave at once is gone first, and tidied up after.
import { forget } from "./keeping.js";
import { waiting } from "./room.js";
import { noteLeft, standsAlone, stepOutIfKept, stepToFirst } from "./stepping.js";

const BRIEFLY = 400;
const NO_LONGER = 1500;
const after = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export function startLeaving(scope) {
  const form = scope.querySelector("form[data-leaves]");
  if (!form) return;
  form.addEventListener("submit", async (event) => {
    if (form.dataset.tidy) return;
    event.preventDefault();
    const left = form.dataset.told ? 0 : await waiting().catch(() => 0);
    if (left) return tell(form, left);
    await forget({ leaves: true }).catch(() => null);
    form.dataset.tidy = "1";
    form.requestSubmit();
  });
}

function tell(form, left) {
  form.dataset.told = "1";
  const note = document.querySelector("#unsent");
  note.querySelector("[data-count]").textContent = left;
  note.hidden = false;
  note.scrollIntoView({ block: "nearest" });
  note.querySelector("button").focus();
}

// One touch: the page is blank, the session ends, and another page stands where hers stood. Where the
// window has more pages of ours, the first of them gives its place: once the session has ended, since
// it is asked for again. A slow line keeps nobody here for that.
async function vanish(form) {
  const exit = form.dataset.vanishes;
  const away = () => location.replace(exit);
  document.documentElement.hidden = true;
  noteLeft(exit);
  const body = new URLSearchParams(new FormData(form));
  const ended = fetch(form.action, { method: "POST", body, credentials: "same-origin", keepalive: true })
    .then((answer) => answer.ok, () => false);
  await Promise.race([forget({ leaves: true }).catch(() => null), after(BRIEFLY)]);
  if (standsAlone()) return away();
  setTimeout(away, NO_LONGER);
  if (await ended) stepToFirst(exit);
}

// Her pages take each other's place, so that the way back does not lead through them.
function inPlace(event) {
  const link = event.target.closest("a[href]");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !plain || link.target || link.origin !== location.origin || event.defaultPrevented) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  location.replace(link.href);
}

export function startVanishing(scope) {
  stepOutIfKept();
  const form = scope.querySelector("form[data-vanishes]");
  if (!form) return;
  document.addEventListener("click", inPlace);
  form.querySelector("button").addEventListener("click", (event) => {
    event.preventDefault();
    vanish(form);
  });
}
