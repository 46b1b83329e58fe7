import { get } from "../api.js";
import { h, toast } from "../dom.js";
import { breakdown } from "./breakdown.js";
import { trendCard } from "./trend.js";
import { savedViews } from "./views.js";
import { query, waiting } from "./words.js";

/** Totals, trend and forecast of the month, what it comes of, and what our own pipeline costs. */
export function open(root, place) {
  const charts = h("div", { class: "stackup" }, waiting());
  const views = savedViews(place);
  root.append(charts, breakdown(place, views.show), views.root);
  const leaving = [views.leave];
  let left = false;

  async function show() {
    const about = query({ enrollment: place.enrollment || null });
    const [{ trends }, { totals }] = await Promise.all([
      get(`/api/usage/months/${place.month}/trend${about}`),
      get(`/api/usage/months/${place.month}/breakdown${query({ enrollment: place.enrollment || null, by: "service", top: 1 })}`),
    ]);
    if (left) return;
    const cards = trends.map((trend) => trendCard(trend, totals.find((t) => t.currency === trend.currency), place.month));
    leaving.push(...cards.map((each) => each.leave));
    charts.replaceChildren(...(cards.length ? cards.map((each) => each.card) : [h("section", { class: "card soft" }, place.ofAll ? "No costs of this month are known." : "You may see no costs of this month.")]));
  }

  show().catch((e) => { toast(e.message, true); charts.replaceChildren(h("p", { class: "card" }, e.message)); });
  return { leave: () => { left = true; leaving.forEach((leave) => leave()); } };
}
