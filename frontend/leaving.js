// Before somebody signs out: what was pressed in a meeting and has not reached the server is told.
// It stays in this browser, sealed: only a new login of its writer opens it, and then it is sent.
import { waiting } from "./room.js";

export function startLeaving(scope) {
  const form = scope.querySelector("form[data-leaves]");
  if (!form) return;
  form.addEventListener("submit", async (event) => {
    if (form.dataset.told) return;
    event.preventDefault();
    const left = await waiting().catch(() => 0);
    form.dataset.told = "1";
    if (!left) return form.requestSubmit();
    const note = document.querySelector("#unsent");
    note.querySelector("[data-count]").textContent = left;
    note.hidden = false;
    note.scrollIntoView({ block: "nearest" });
    note.querySelector("button").focus();
  });
}
