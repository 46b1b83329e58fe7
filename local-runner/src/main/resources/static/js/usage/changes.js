import { get } from "../api.js";
import { empty, h, number, table, toast, when } from "../dom.js";
import { amount, money, query, waiting } from "./words.js";

const MOST = 50;

/** What changed after the month was closed, and which days depart from their pattern. */
export function open(root, place) {
  const restated = h("div", { class: "stackup" }, waiting());
  const odd = h("section", { class: "card" }, h("h2", {}, "Anomalies"), waiting());
  root.append(restated, odd);
  const about = query({ enrollment: place.enrollment || null });

  get(`/api/usage/months/${place.month}/restatements${about}`).then(({ restatements }) => {
    const mine = restatements.filter((r) => !place.enrollment || r.enrollment === place.enrollment);
    restated.replaceChildren(...(mine.length ? mine.map(restatement)
      : [h("section", { class: "card" }, h("h2", {}, "Restatements"), empty("None", h("p", {}, "Nothing changed after this month was closed.")))]));
  }).catch((e) => toast(e.message, true));

  get(`/api/usage/months/${place.month}/anomalies${about}`).then(({ anomalies }) => {
    odd.replaceChildren(h("h2", {}, "Anomalies"), anomalies.length ? anomalyTable(anomalies)
      : empty("None", h("p", {}, "No subscription's day departs from its weekday pattern.")));
  }).catch((e) => toast(e.message, true));
  return {};
}

const anomalyTable = (anomalies) => table([["Days"], ["Subscription"], ["What"], ["Expected", "num"], ["Was", "num"]],
  anomalies.map((a) => [a.first === a.last ? a.first : `${a.first} – ${a.last}`,
    h("span", { class: "two" }, h("span", {}, a.subscriptionName || a.subscription), h("span", { class: "soft small mono" }, a.subscription)),
    h("span", { class: "two" }, h("span", { class: "tag" }, h("i", { class: `dot ${a.direction === "HIGH" ? "failed" : "inOcr"}` }), a.direction === "HIGH" ? "too much" : "too little"), h("span", { class: "small" }, a.sentence)),
    money(a.expected, a.currency), money(a.actual, a.currency)]));

function restatement(r) {
  const totals = new Map();
  for (const d of r.differences) {
    const sum = totals.get(d.currency) ?? { before: 0, after: 0 };
    totals.set(d.currency, { before: sum.before + Number(d.before), after: sum.after + Number(d.after) });
  }
  const count = (key) => number(r.differences.reduce((sum, d) => sum + d[key], 0));
  return h("section", { class: "card" }, h("h2", {}, `Restatement of ${r.month}, enrollment ${r.enrollment}`),
    h("p", {}, [...totals].map(([currency, sum]) => `${amount(sum.before, currency)} became ${amount(sum.after, currency)}`).join("; "), "."),
    h("p", { class: "soft small" }, `${when(r.at)}, run ${r.run}: ${count("added")} lines added, ${count("changed")} changed, ${count("removed")} removed.`),
    table([["Subscription"], ["Meter"], ["Cost centre"], ["Lines added", "num"], ["Changed", "num"], ["Removed", "num"], ["Before", "num"], ["After", "num"]],
      r.differences.slice(0, MOST).map((d) => [h("span", { class: "mono" }, d.subscription), d.meter || d.meterId, d.costCenter || "none",
        number(d.added), number(d.changed), number(d.removed), money(d.before, d.currency), money(d.after, d.currency)])),
    r.differences.length > MOST ? h("p", { class: "soft small" }, `The first ${MOST} of ${number(r.differences.length)} differences.`) : null);
}
