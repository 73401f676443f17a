// A hard word is explained by a touch on the word: where it stands first in running text. The list under
// the page says the same; without script, or in a browser without popovers, it is the way.
const APART = "a, button, .lf-term-means, summary, label, legend, h1, h2, h3, h4, select, textarea, svg, strong, blockquote, .lf-person-name, .lf-words";

const running = (main) => {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes.filter((node) => node.data.trim() && !node.parentElement.closest(APART));
};

// "koordinatorteam" is a word of its own, and no place for "koordinator"; nor is somebody called Koordinator:
// within a sentence only a name begins with a capital letter.
const isName = ([first], before) => first !== first.toLowerCase() && /[^.!?:»\s]$/u.test(before.trimEnd());

function placeOf(word, words, nodes) {
  const longer = words.filter((one) => one !== word && one.startsWith(word));
  for (const node of nodes) {
    for (const match of node.data.matchAll(new RegExp(`(?<!\\p{L})${word}\\p{L}*`, "giu"))) {
      if (isName(match[0], node.data.slice(0, match.index))) continue;
      if (!longer.some((one) => match[0].toLowerCase().startsWith(one))) return { node, match };
    }
  }
  return null;
}

function explain({ node, match }, means, id) {
  const word = node.splitText(match.index);
  word.splitText(match[0].length);
  const opened = /[(»]$/u.exec(node.data)?.[0] ?? "";
  node.data = node.data.slice(0, node.data.length - opened.length);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "lf-term" });
  button.textContent = word.data;
  button.setAttribute("popovertarget", id);
  const said = Object.assign(document.createElement("span"), { id, className: "lf-term-means" });
  said.popover = "auto";
  said.textContent = means;
  const together = Object.assign(document.createElement("span"), { className: "lf-term-led" });
  together.append(opened, button); // a line does not end between a bracket and its word
  word.replaceWith(together);
  button.closest("main").append(said); // not among the words of the sentence
}

export function startTerms() {
  const main = document.querySelector("main");
  const list = document.querySelectorAll(".lf-words dt");
  if (!list.length || !("popover" in HTMLElement.prototype)) return;
  const words = [...list].map((one) => one.textContent.toLowerCase());
  words.forEach((word, n) => {
    const place = placeOf(word, words, running(main));
    if (place) explain(place, list[n].nextElementSibling.textContent, `ord-${n + 1}`);
  });
}
