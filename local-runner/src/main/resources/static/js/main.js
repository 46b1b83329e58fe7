import { live } from "./api.js";
import { h, number } from "./dom.js";
import * as batch from "./batch.js";
import * as exports_ from "./exports.js";
import * as letters from "./letters.js";
import * as mailbox from "./mailbox.js";
import * as overview from "./overview.js";
import * as passages from "./passages.js";
import * as review from "./review.js";
import * as usage from "./usage.js";

const PLACES = [
  ["overview", "Overview", overview, null],
  ["review", "Review desk", review, (o) => o.counts.review],
  ["passages", "Passages", passages, null],
  ["exports", "Exports", exports_, null],
  ["usage", "Usage", usage, null],
  ["batch", "Batch history", batch, null],
  ["letters", "Dead letters", letters, (o) => o.counts.failed],
  ["mailbox", "Mailbox", mailbox, null],
];

const main = document.getElementById("main");
const nav = document.getElementById("nav");
const state = { overview: null, place: null, view: null };

for (const [id, label] of PLACES) {
  nav.append(h("a", { href: `#/${id}`, id: `nav-${id}` }, label, h("span", { class: "badge", hidden: true })));
}

function go() {
  const [, id = "overview", ...rest] = location.hash.split("/");
  const place = PLACES.find(([name]) => name === id) ?? PLACES[0];
  state.view?.leave?.();
  for (const [name] of PLACES) {
    document.getElementById(`nav-${name}`).toggleAttribute("aria-current", name === place[0]);
  }
  document.getElementById(`nav-${place[0]}`).scrollIntoView({ block: "nearest", inline: "nearest" });
  document.title = `${place[1]} · TollBooth`;
  main.replaceChildren();
  state.view = place[2].open(main, rest.map(decodeURIComponent), state.overview);
}

function onOverview(now) {
  state.overview = now;
  for (const [id, , , count] of PLACES) {
    if (!count) continue;
    const badge = document.querySelector(`#nav-${id} .badge`);
    badge.hidden = !count(now);
    badge.textContent = number(count(now));
  }
  state.view?.overview?.(now);
}

function onConnection(up) {
  const note = document.getElementById("connection");
  note.textContent = up ? "live" : "reconnecting";
  note.classList.toggle("lost", !up);
}

const theme = document.getElementById("theme");
const chosen = localStorage.getItem("theme");
if (chosen) document.documentElement.dataset.theme = chosen;
theme.addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", document.documentElement.dataset.theme);
});

addEventListener("hashchange", () => { go(); main.focus({ preventScroll: true }); scrollTo(0, 0); });
go();
live({ overview: onOverview, passage: (p) => state.view?.passage?.(p), connected: onConnection });
