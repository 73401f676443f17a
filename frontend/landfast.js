// What the pages can do when script runs. Without it every page still works.
import Accordion from "design/accordion";
import Alert from "design/alert";
import CharacterLimit from "design/character-limit";
import CheckboxToggleContent from "design/checkbox-toggle-content";
import Dropdown from "design/dropdown";
import ErrorSummary from "design/error-summary";
import Modal from "design/modal";
import RadioToggleGroup from "design/radio-toggle-content";
import Tabs from "design/tabs";
import { startPasskeys } from "./passkeys.js";

const COMPONENTS = [
  [".accordion", Accordion],
  [".alert.has-close", Alert],
  [".form-limit", CharacterLimit],
  [".js-checkbox-toggle-content", CheckboxToggleContent],
  [".js-dropdown", Dropdown],
  ["[data-module='error-summary']", ErrorSummary],
  [".fds-modal", Modal],
  [".js-radio-toggle-group", RadioToggleGroup],
  [".tab-container", Tabs],
];

// The design system binds twice when started twice, so each element is started once.
const started = new WeakSet();

function found(scope, selector) {
  const inside = [...scope.querySelectorAll(selector)];
  return scope instanceof Element && scope.matches(selector) ? [scope, ...inside] : inside;
}

function start(scope) {
  for (const [selector, Component] of COMPONENTS) {
    for (const element of found(scope, selector).filter((one) => !started.has(one))) {
      started.add(element);
      try {
        new Component(element).init();
      } catch (error) {
        console.warn(selector, error);
      }
    }
  }
  found(scope, "form[data-draft]").forEach(keepDraft);
}

// Drafts: what is written is posted a moment after the last key, and again when the net returns.
const WAIT = 800;
const RETRY = 10000;
const SKIP = new Set(["csrfmiddlewaretoken", "kladde"]);
const drafts = new Set();
const words = document.body.dataset;

function draftBody(form) {
  const body = new URLSearchParams({ kladde: form.dataset.draft });
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !SKIP.has(name)) body.append(name, value);
  }
  return body;
}

async function post(form) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]");
  const answer = await fetch("/kladde/", {
    method: "POST",
    body: draftBody(form),
    headers: { "X-CSRFToken": token ? token.value : "" },
    credentials: "same-origin",
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`draft: ${answer.status}`);
}

class Draft {
  constructor(form) {
    this.form = form;
    this.state = form.querySelector(".draft-state");
    this.dirty = false;
    this.busy = false;
    this.timer = 0;
  }

  show(saved) {
    if (!this.state) return;
    this.state.textContent = saved ? words.saved : words.unsaved;
    this.state.classList.toggle("is-unsaved", !saved);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  changed() {
    this.dirty = true;
    this.later(WAIT);
  }

  // One post at a time, so that an older text never lands after a newer.
  async save() {
    if (!this.dirty || this.busy) return;
    let wait = WAIT;
    this.busy = true;
    this.dirty = false;
    try {
      await post(this.form);
      this.show(!this.dirty);
    } catch {
      wait = RETRY;
      this.dirty = true;
      this.show(false);
    }
    this.busy = false;
    if (this.dirty) this.later(wait);
  }
}

function keepDraft(form) {
  if (started.has(form)) return;
  started.add(form);
  const draft = new Draft(form);
  drafts.add(draft);
  form.addEventListener("input", () => draft.changed());
  form.addEventListener("submit", () => {
    clearTimeout(draft.timer);
    draft.dirty = false;
  });
}

addEventListener("beforeunload", (event) => {
  if ([...drafts].some((draft) => draft.dirty && draft.form.isConnected)) event.preventDefault();
});

// The net: say so when it is gone; save again when it is back.
function showNet() {
  const banner = document.querySelector("[data-offline]");
  if (banner) banner.hidden = navigator.onLine;
  if (navigator.onLine) drafts.forEach((draft) => draft.save());
}
addEventListener("online", showNet);
addEventListener("offline", showNet);

// htmx: start what was swapped in; show a refusal where one can read it.
document.addEventListener("htmx:load", (event) => start(event.detail.elt));

document.addEventListener("htmx:sendError", () => {
  const banner = document.querySelector("[data-offline]");
  if (banner) banner.hidden = false;
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) showNet();
});

document.addEventListener("htmx:responseError", (event) => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const refusal = page.querySelector("#main-content");
  const main = document.querySelector("#main-content");
  if (!refusal || !main) return;
  main.replaceChildren(...refusal.childNodes);
  main.focus();
  scrollTo(0, 0);
});

start(document);
startPasskeys(document);
showNet();
