// The network map drawn by finger, mouse or arrow keys. The server draws the map anew after each
// stroke, and the list beside it; without script the list's own buttons do the same.
const MIDDLE = [200, 250];
const RADII = [180, 225];
const RINGS = ["close", "near", "far"];
const FAR_ENOUGH = 6; // less is a touch, and a touch opens the person

const turned = (angle, start) => start + ((((angle - start) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI));

function slicesOf(svg) {
  return [...svg.querySelectorAll("[data-slice]")].map(({ dataset, textContent }) => ({
    key: dataset.slice, name: textContent, start: Number(dataset.start), end: Number(dataset.end),
  }));
}

// Where a point lies: on which ring, in which slice; outside the last ring is the last ring.
function spotAt(svg, x, y) {
  const [dx, dy] = [(x - MIDDLE[0]) / RADII[0], (y - MIDDLE[1]) / RADII[1]];
  const bounds = svg.dataset.bounds.split(" ").map(Number);
  const ring = bounds.findIndex((bound) => Math.hypot(dx, dy) <= bound);
  const angle = Math.atan2(dy, dx);
  const slice = slicesOf(svg).find(({ start, end }) => turned(angle, start) <= end);
  return { closeness: RINGS[ring < 0 ? RINGS.length - 1 : ring], sphere: slice.key };
}

function send(map, thing, { closeness, sphere }) {
  const form = map.querySelector("[data-map-move]");
  form.elements.thing.value = thing;
  form.elements.closeness.value = closeness;
  form.elements.sphere.value = sphere;
  form.requestSubmit();
}

const pointOn = (svg, event) =>
  new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());

class Drag {
  constructor(svg, node, event) {
    [this.svg, this.node, this.id] = [svg, node, event.pointerId];
    this.from = pointOn(svg, event);
    this.at = [Number(node.dataset.x), Number(node.dataset.y)];
    this.isMoved = false;
  }

  to(event) {
    const { x, y } = pointOn(this.svg, event);
    const [dx, dy] = [x - this.from.x, y - this.from.y];
    if (!this.isMoved && Math.hypot(dx, dy) < FAR_ENOUGH) return;
    if (!this.isMoved) this.node.setPointerCapture(this.id);
    this.isMoved = true;
    this.spot = [this.at[0] + dx, this.at[1] + dy];
    this.node.parentNode.classList.add("is-held");
    this.node.parentNode.setAttribute("transform", `translate(${this.spot.join(" ")})`);
    this.show(spotAt(this.svg, ...this.spot));
  }

  // the slice and the ring that she would land on stand out
  show({ closeness, sphere }) {
    const rings = [...this.svg.querySelectorAll(".lf-ring")];
    rings.forEach((ring, n) => ring.classList.toggle("is-aim", RINGS[n] === closeness));
    for (const name of this.svg.querySelectorAll("[data-slice]")) {
      name.classList.toggle("is-aim", name.dataset.slice === sphere);
    }
    const tie = this.svg.querySelector(`[data-tie="${this.node.dataset.thing}"]`);
    if (tie) tie.setAttribute("visibility", "hidden");
  }

  drop(map) {
    if (this.isMoved) send(map, this.node.dataset.thing, spotAt(this.svg, ...this.spot));
  }
}

// Up is closer, down farther, left and right the next sphere: from where somebody stands.
function step(map, svg, node, key) {
  const slices = slicesOf(svg);
  const here = spotAt(svg, Number(node.dataset.x), Number(node.dataset.y));
  const inward = { ArrowUp: -1, ArrowDown: 1 }[key] || 0;
  const ring = RINGS.indexOf(here.closeness) + inward;
  const at = slices.findIndex((slice) => slice.key === here.sphere);
  const side = { ArrowLeft: -1, ArrowRight: 1 }[key] || 0;
  const closeness = RINGS[Math.min(RINGS.length - 1, Math.max(0, ring))];
  const sphere = slices[(at + side + slices.length) % slices.length].key;
  if (closeness !== here.closeness || sphere !== here.sphere) send(map, node.dataset.thing, { closeness, sphere });
}

function startMap(map) {
  const svg = map.querySelector(".lf-rings");
  let drag = null;
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    const node = event.target.closest("[data-thing]");
    if (node && event.isPrimary && event.button === 0) drag = new Drag(svg, node, event);
  });
  svg.addEventListener("pointermove", (event) => drag?.to(event));
  // a finger that draws does not scroll: what the style says of that is heard for the whole drawing
  // only, not for a part of it, and beside the people the page is to scroll
  const hold = (event) => { if (drag && event.touches.length === 1) event.preventDefault(); };
  svg.addEventListener("touchmove", hold, { passive: false });
  svg.addEventListener("pointerup", () => drag?.drop(map));
  svg.addEventListener("pointercancel", () => (drag = null));
  svg.addEventListener("click", (event) => {
    if (drag?.isMoved) event.preventDefault();
    drag = null;
  });
  svg.addEventListener("keydown", (event) => {
    const node = event.target.closest("[data-thing]");
    if (!node || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    step(map, svg, node, event.key);
  });
}

// The days: moving the slider says the day at once, and letting it go shows it.
function startDays(form) {
  const slider = form.elements.nr;
  const names = slider.dataset.names.split("|");
  slider.addEventListener("input", () => {
    const name = names[slider.value - 1];
    form.querySelector("output").value = name;
    slider.setAttribute("aria-valuetext", name);
  });
  slider.addEventListener("change", () => form.requestSubmit());
}

export function startDrawing(scope) {
  if (!(scope instanceof Document) && !scope.matches("[data-map]")) return;
  const map = document.querySelector("[data-map]");
  if (!map) return;
  if (map.querySelector("[data-map-move]")) startMap(map);
  const days = map.querySelector("[data-map-days]");
  if (days) startDays(days);
  const said = document.querySelector("[data-map-said]");
  if (said) said.textContent = map.dataset.said || "";
}
