import { get } from "../api.js";
import { h, number, table } from "../dom.js";
import { money } from "./words.js";

/** What each saved view cost month by month; the first is what the plate pipeline itself costs. */
export async function open(root) {
  const { views } = await get("/api/usage/views");
  const costs = await Promise.all(views.map((view) => get(`/api/usage/views/${encodeURIComponent(view.name)}/cost`)));
  root.replaceChildren(...views.map((view, i) => h("section", { class: "card" },
    h("h2", {}, `${view.name} over time`),
    h("p", { class: "soft small" }, "Costs with ", Object.entries(view.filter).map(([name, value]) => `${name.replace("tag:", "tag ")} = ${value}`).join(", "), "."),
    costs[i].months.length ? table([["Month"], ["Cost", "num"], ["Photos", "num"], ["For a million photos", "num"]],
      [...costs[i].months].reverse().map((m) => [m.month, money(m.cost, m.currency), m.photos === null ? "not counted here" : number(m.photos),
        m.perMillionPhotos === null ? "–" : money(m.perMillionPhotos, m.currency)])) : h("p", { class: "soft" }, "No costs yet."))));
}
