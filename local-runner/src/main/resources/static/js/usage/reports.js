import { get, post } from "../api.js";
import { empty, h, number, table, toast } from "../dom.js";
import { money, size, waiting } from "./words.js";

const KINDS = [
  ["focus-csv", "FOCUS 1.2, CSV"], ["focus-parquet", "FOCUS 1.2, Parquet"],
  ["breakdown-csv", "Breakdown, CSV"], ["allocation-csv", "Chargeback, CSV"],
];

/** The files finance fetches: whole or not at all, each with its manifest. */
export function open(root, place) {
  const by = h("select", {}, [["subscription", "subscription"], ["resourceGroup", "resource group"], ["service", "service"], ["costCenter", "cost centre"], ["department", "department"]]
    .map(([value, text]) => h("option", { value }, text)));
  const grain = h("select", {}, ["day", "month"].map((value) => h("option", { value }, value)));
  const body = h("div", {}, waiting());
  const buttons = KINDS.map(([kind, label]) => {
    const button = h("button", { type: "button", onclick: () => make(kind, button) }, label);
    return button;
  });
  root.append(h("section", { class: "card" }, h("h2", {}, `Export ${place.month}`),
    h("div", { class: "row" }, buttons),
    h("div", { class: "row spaced" }, h("label", {}, "Breakdown by", by), h("label", {}, "for each", grain))),
  h("section", { class: "card" }, h("h2", {}, "Files"), body));

  async function make(kind, button) {
    buttons.forEach((each) => { each.disabled = true; });
    try {
      const more = kind === "breakdown-csv" ? { by: by.value, grain: grain.value } : {};
      const made = await post(`/api/usage/months/${place.month}/exports`, { kind, enrollment: place.enrollment || null, ...more });
      toast(`${made.file} is ready: ${number(made.rows)} rows.`);
      await show();
    } catch (e) {
      toast(e.message, true);
    } finally {
      buttons.forEach((each) => { each.disabled = false; });
      button.focus();
    }
  }

  async function show() {
    const { exports } = await get("/api/usage/exports");
    body.replaceChildren(exports.length ? table([["File"], ["Period"], ["Rows", "num"], ["Total", "num"], ["Size", "num"], [""]],
      exports.map((e) => [
        h("span", { class: "two" }, h("span", { class: "mono" }, e.file), h("span", { class: "soft small mono", title: e.sha256 }, `SHA-256 ${e.sha256.slice(0, 12)}…`)),
        e.period.replace("/", " – "), number(e.rows),
        h("span", { class: "two" }, Object.entries(e.totals).map(([currency, cost]) => money(cost, currency))), size(e.bytes),
        h("span", { class: "row" }, h("a", { href: `/api/usage/exports/${encodeURIComponent(e.file)}`, download: e.file, "aria-label": `file ${e.file}` }, "file"),
          h("a", { href: `/api/usage/exports/${encodeURIComponent(e.file)}.manifest.json`, download: `${e.file}.manifest.json`, "aria-label": `manifest of ${e.file}` }, "manifest")),
      ])) : empty("No files yet", h("p", {}, "Export the month with one of the buttons above.")));
  }

  show().catch((e) => { toast(e.message, true); body.replaceChildren(h("p", {}, e.message)); });
  return {};
}
