import { get } from "../api.js";
import { empty, h, number, table, toast } from "../dom.js";
import { rules } from "./rules.js";
import { money, query, waiting } from "./words.js";

const FEW = 8;
const MANY = 200;

/** Who pays for the month, what nobody pays yet, and the rules that say so. */
export function open(root, place) {
  const body = h("div", { class: "stackup" }, waiting());
  let limit = FEW;
  root.append(body, rules(place, show));

  async function show() {
    const found = await get(`/api/usage/months/${place.month}/chargeback${query({ enrollment: place.enrollment || null, limit })}`);
    body.replaceChildren(shares(found), unallocated(found, limit < MANY ? more : null), ...(found.rules.length ? [matched(found)] : []));
  }

  function more() {
    limit = MANY;
    show().catch((e) => toast(e.message, true));
  }

  show().catch((e) => { toast(e.message, true); body.replaceChildren(h("p", { class: "card" }, e.message)); });
  return {};
}

const target = (name) => (name === "unallocated" ? h("i", {}, "unallocated") : name);

function shares({ shares: all, totals, version }) {
  return h("section", { class: "card" }, h("h2", {}, "Who pays"),
    h("p", { class: "soft small" }, version === null ? "No rules are applied yet, so everything is unallocated." : `By version ${version} of the rules. The shares sum to the ledger's total, to the last digit.`),
    table([["Cost centre or department"], ["Directly", "num"], ["Shared costs", "num"], ["In all", "num"]],
      [...all.map((s) => [target(s.target), money(s.direct, s.currency), money(s.shared, s.currency), money(s.amount, s.currency)]),
        ...totals.map((t) => [h("b", {}, `Sum in ${t.currency}`), "", "", h("b", {}, money(t.cost, t.currency))])]));
}

function unallocated({ unallocated: places, unallocatedCount }, more) {
  return h("section", { class: "card" }, h("h2", {}, "Unallocated"), places.length
    ? [h("p", { class: "soft small" }, unallocatedCount > places.length ? `The greatest ${places.length} of ${number(unallocatedCount)} places.` : "Where costs are from that no rule matches."),
      table([["Subscription"], ["Resource group"], ["Cost centre"], ["Lines", "num"], ["Cost", "num"]],
        places.map((p) => [h("span", { class: "mono" }, p.subscription), p.resourceGroup || "none", p.costCenter || "none", number(p.lines), money(p.amount, p.currency)])),
      more && unallocatedCount > places.length ? h("button", { type: "button", class: "quiet spaced", onclick: more }, "Show more") : null]
    : empty("Nothing", h("p", {}, "Every cost of this month is charged to someone.")));
}

function matched({ rules: all }) {
  return h("section", { class: "card" }, h("h2", {}, "What each rule matched"),
    table([["Rule"], ["Lines", "num"], ["Without a rate", "num"], ["Cost", "num"]],
      all.map((r) => [`${r.number}. ${r.rule}`, number(r.lines), number(r.unrated), money(r.amount, r.currency)])));
}
