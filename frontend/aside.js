// The page that stands where hers stood (web/way_out.py). Who came by the browser's own way back or
// forth is led on at once; who wrote the address sees a page that says nothing, and can press on.
import { stepOut } from "./stepping.js";

const { on } = document.currentScript.dataset;
const [come] = performance.getEntriesByType("navigation");
if (come && come.type === "back_forward") {
  document.documentElement.hidden = true;
  stepOut(on);
}
