import { get } from "../api.js";
import { h, table, toast } from "../dom.js";
import { money, query, waiting } from "./words.js";

const PAGE = 50;

const some = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 });
const quantity = (l) => h("span", { title: `${l.quantity} × ${l.unit}` }, `${some.format(l.quantity)} × ${l.unit}`);

/** Lines a page at a time; the browser holds one page. */
export function lines(place, filters) {
  const body = h("div", {}, waiting());
  const starts = [null];

  async function show() {
    const page = await get(`/api/usage/months/${place.month}/lines${query({
      enrollment: place.enrollment || null, limit: PAGE, after: starts.at(-1), ...Object.fromEntries(filters) })}`);
    const turn = (text, enabled, action) => h("button", { type: "button", class: "quiet", disabled: !enabled, onclick: () => { action(); body.querySelectorAll("button").forEach((b) => { b.disabled = true; }); show().catch(fault); } }, text);
    body.replaceChildren(
      table([["Day"], ["Subscription"], ["Resource"], ["Meter"], ["Cost centre"], ["Quantity", "num"], ["Cost", "num"]],
        page.lines.map((l) => [h("span", { class: "amount" }, l.day), l.subscriptionName || l.subscription,
          h("span", { class: "two" }, h("span", {}, l.resource.split("/").at(-1) || "–"), h("span", { class: "soft small" }, l.resourceGroup)),
          h("span", { class: "two" }, h("span", {}, l.meter), h("span", { class: "soft small" }, l.service)), l.costCenter || "none", quantity(l),
          l.basis === "UNRATED" ? h("span", { class: "soft" }, "no rate") : money(l.cost, l.currency)])),
      h("div", { class: "row spaced" },
        turn("Back", starts.length > 1, () => starts.pop()), turn("Next", page.next !== null, () => starts.push(page.next)),
        h("span", { class: "soft small" }, page.lines.length ? `page ${starts.length}` : "no lines")));
  }

  function fault(e) {
    body.replaceChildren(h("p", {}, e.message), h("button", { type: "button", class: "quiet", onclick: () => show().catch(fault) }, "Try again"));
    toast(e.message, true);
  }

  show().catch(fault);
  return body;
}
