// Builds styles, script, icons and fonts into the Django static directory.
// Same input, same bytes: no dates, no random names, files in sorted order.
import { build } from "esbuild-wasm";
import { compile } from "sass";
import {
  copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const dkfds = join(modules, "dkfds");
const landfast = join(here, "..", "src", "landfast");
const built = join(landfast, "web", "static", "built");
const paper = join(landfast, "paper", "fonts");

// Icons that Python code may name; those named in a template are found there.
const ICONS = [
  "arrow-back", "arrow-forward", "calendar-month", "check", "chat", "close", "document",
  "download", "edit", "email", "error", "file", "flag", "groups", "help", "home", "info", "link",
  "location", "lock", "more-horiz", "notifications", "person", "persons", "plus", "print", "search",
  "send", "settings", "success", "time", "upload", "videocam", "visibility", "visibility-off",
  "warning",
];

// What a phone shows on its first screen; drawn from favicon.svg.
const APP = ["app-192.png", "app-512.png", "app-maskable.png"];

const write = (name, text) => writeFileSync(join(built, name), text);
const read = (...parts) => readFileSync(join(...parts), "utf8");
const withoutMap = (text) => text.replace(/\n?\/[/*]# sourceMappingURL=.*$/gm, "");

function styles() {
  const { css } = compile(join(here, "styles", "landfast.scss"), {
    style: "compressed",
    loadPaths: [modules],
    quietDeps: true,
    charset: true,
  });
  for (const [, url] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    const from = url.startsWith("fonts/")
      ? join(dkfds, "dist/fonts/IBMPlexSans/split/woff2", basename(url))
      : join(dkfds, "dist/img/svg-icons", basename(url));
    mkdirSync(dirname(join(built, url)), { recursive: true });
    copyFileSync(from, join(built, url));
  }
  write("landfast.css", css);
}

async function script(name) {
  await build({
    entryPoints: [join(here, name)],
    outfile: join(built, name),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    legalComments: "none",
    alias: { design: join(dkfds, "src/js/components") }, // its package exports hide them
    logLevel: "warning",
  });
}

async function scripts() {
  await script("landfast.js");
  await script("worker.js");
  await script("aside.js");
  write("htmx.min.js", withoutMap(read(modules, "htmx.org/dist/htmx.min.js")));
}

function templates(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => read(folder, name));
}

function iconNames() {
  const named = templates(landfast).flatMap((text) =>
    [...text.matchAll(/\{%\s*icon\s+"([a-z0-9-]+)"/g)].map(([, name]) => name),
  );
  return [...new Set([...ICONS, ...named])].sort();
}

// One symbol an icon: our own first, then the design system's.
function symbol(name, own) {
  const file = own.has(name)
    ? join(here, "icons", `${name}.svg`)
    : join(dkfds, "dist/img/svg-icons", `${name}.svg`);
  const svg = readFileSync(file, "utf8");
  const [, attributes, inside] = svg.match(/<svg([^>]*)>([\s\S]*)<\/svg>/);
  const [, box] = attributes.match(/viewBox="([^"]+)"/);
  return `<symbol id="${name}" viewBox="${box}">${inside.trim()}</symbol>`;
}

function icons() {
  const own = new Set(readdirSync(join(here, "icons")).map((file) => basename(file, ".svg")));
  const names = [...new Set([...iconNames(), ...own])].sort();
  const symbols = names.map((name) => symbol(name, own)).join("");
  write("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols}</svg>\n`);
  for (const name of ["favicon.svg", "mark.svg", "mark-no-arc.svg", ...APP]) {
    copyFileSync(join(here, "images", name), join(built, name));
  }
}

// The same typeface on paper: whole files, since the typesetter reads no WOFF.
function paperFonts() {
  rmSync(paper, { recursive: true, force: true });
  mkdirSync(paper, { recursive: true });
  for (const style of ["Regular", "Italic", "Bold"]) {
    const name = `IBMPlexSans-${style}.ttf`;
    copyFileSync(join(dkfds, "dist/fonts/IBMPlexSans/complete/ttf", name), join(paper, name));
  }
  copyFileSync(join(here, "licences", "OFL-1.1.txt"), join(paper, "LICENSE-OFL-1.1.txt"));
}

function licences() {
  copyFileSync(join(dkfds, "LICENSE.md"), join(built, "LICENSE-dkfds.md"));
  copyFileSync(join(modules, "htmx.org", "LICENSE"), join(built, "LICENSE-htmx.txt"));
  for (const name of ["Apache-2.0", "OFL-1.1"]) {
    copyFileSync(join(here, "licences", `${name}.txt`), join(built, `LICENSE-${name}.txt`));
  }
}

rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
styles();
await scripts();
icons();
paperFonts();
licences();
