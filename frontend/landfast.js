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
import { startReadingAloud } from "./aloud.js";
import { startDrawing } from "./drawing.js";
import { startKeeping } from "./keeping.js";
import { startLeaving, startVanishing } from "./leaving.js";
import { startCopying, startOnce } from "./once.js";
import { startPasskeys } from "./passkeys.js";
import { startPush } from "./push.js";
import { startRoom } from "./room.js";
import { startTerms } from "./terms.js";

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
  found(scope, "[data-draft]").forEach(keepDraft);
  startCopying(scope);
  startDrawing(scope);
  // a wide picture of the past begins with what is newest
  found(scope, ".lf-story-scroll").forEach((one) => (one.scrollLeft = one.scrollWidth));
  showPrint(scope);
  startReadingAloud(found(scope, "[data-read-aloud]")[0]);
}

// Drafts: what is written is posted a moment after the last key, and again when the net returns.
const WAIT = 800;
const RETRY = 10000;
const SKIP = new Set(["csrfmiddlewaretoken", "kladde"]);
const drafts = new Set();
const words = document.body.dataset;

// A draft is a form, or one of several groups of fields in a form that is sent as one.
function draftBody({ group, form }) {
  const body = new URLSearchParams({ kladde: group.dataset.draft });
  const here = new Set([...group.querySelectorAll("input, select, textarea")].map((one) => one.name));
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && here.has(name) && !SKIP.has(name)) body.append(name, value);
  }
  return body;
}

async function post(draft) {
  const token = draft.form.querySelector("[name=csrfmiddlewaretoken]");
  const answer = await fetch("/kladde/", {
    method: "POST",
    body: draftBody(draft),
    headers: { "X-CSRFToken": token ? token.value : "" },
    credentials: "same-origin",
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`draft: ${answer.status}`);
}

class Draft {
  constructor(group) {
    this.group = group;
    this.form = group.closest("form");
    this.state = group.querySelector(".draft-state");
    this.dirty = false;
    this.saving = null;
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
  save() {
    if (this.dirty && !this.saving) {
      this.saving = this.send().finally(() => (this.saving = null));
    }
    return this.saving;
  }

  async send() {
    let wait = WAIT;
    this.dirty = false;
    try {
      await post(this);
      this.show(!this.dirty);
    } catch {
      wait = RETRY;
      this.dirty = true;
      this.show(false);
    }
    if (this.dirty) this.later(wait);
  }

  // The words are on their way in the form itself.
  leave() {
    clearTimeout(this.timer);
    this.dirty = false;
  }
}

function keepDraft(group) {
  if (started.has(group) || !group.dataset.draft || !group.closest("form")) return;
  started.add(group);
  const draft = new Draft(group);
  drafts.add(draft);
  group.addEventListener("input", () => draft.changed());
  group.addEventListener("keydown", (event) => pressOwn(event, draft));
}

// Enter in a line presses the first button of its own group, not of the whole form.
function pressOwn(event, { group, form }) {
  const plain = event.key === "Enter" && !event.isComposing && event.target.tagName === "INPUT";
  const button = group !== form && plain && group.querySelector("button[type=submit]:not([form])");
  if (!button) return;
  event.preventDefault();
  button.click();
}

// Before a form leaves: a draft that is being saved lands first, so that it does not rise again
// after the words were sent, and what stands unsaved in other forms of the page is saved.
const ready = new WeakSet();

document.addEventListener(
  "submit",
  (event) => {
    const sent = event.target;
    const here = [...drafts].filter((draft) => draft.form.isConnected);
    here.filter((draft) => draft.form === sent).forEach((draft) => draft.leave());
    const waits = here.filter((draft) => draft.saving || draft.dirty);
    if (ready.delete(sent) || !waits.length || !navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ready.add(sent);
    const { submitter } = event;
    Promise.all(waits.map((draft) => draft.save())).then(() => {
      if (sent.isConnected) sent.requestSubmit(submitter);
    });
  },
  true,
);

addEventListener("beforeunload", (event) => {
  const goes = document.documentElement.hidden; // at once, whatever is unsaved
  if (!goes && [...drafts].some((draft) => draft.dirty && draft.group.isConnected)) event.preventDefault();
});

// A page that is made for paper has a button for it, where there is script to press it with.
function showPrint(scope) {
  for (const button of found(scope, "[data-print]")) {
    button.hidden = false;
    button.onclick = () => print();
  }
}

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
startOnce(start);
startRoom(document, start);
startLeaving(document);
startVanishing(document);
startTerms();
startKeeping(document);
startPush(document);
showNet();
