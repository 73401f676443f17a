// Stepping out of this window's history. A browser lets no page strike out what lies before or behind
// it. But a new entry takes away all that lay ahead, and the first of ours gives its place to another.
const ASIDE = "/side/";

// Here is the first of ours: what was ahead is gone, and `exit` stands in its place.
export function stepOut(exit) {
  addEventListener("popstate", () => location.replace(exit), { once: true });
  history.pushState(null, "", ASIDE);
  history.back();
}

// Our pages in a row that this one is of, first to last; none in a browser that does not tell.
const ours = () => (window.navigation ? navigation.entries() : []);

export const standsAlone = () => ours().length < 2;

// To the first of ours. It is asked for again, and answers as the page that says nothing, which steps
// out; one that the browser has kept whole steps out by `stepOutIfKept`.
export function stepToFirst(exit) {
  const [first] = ours();
  if (navigation.currentEntry.key === first.key) return stepOut(exit);
  const { committed, finished } = navigation.traverseTo(first.key);
  committed.catch(() => location.replace(exit));
  finished.catch(() => null);
}

const LEFT = "left";

export function noteLeft(exit) {
  sessionStorage.setItem(LEFT, exit);
}

export function stepOutIfKept() {
  if (document.body.dataset.whose) sessionStorage.removeItem(LEFT);
  addEventListener("pageshow", (event) => {
    const exit = event.persisted && sessionStorage.getItem(LEFT);
    if (!exit) return;
    document.documentElement.hidden = true;
    stepOut(exit);
  });
}
