import { get } from "./api.js";
import { empty, h, head, toast } from "./dom.js";
import * as changes from "./usage/changes.js";
import * as chargeback from "./usage/chargeback.js";
import * as costs from "./usage/costs.js";
import * as reports from "./usage/reports.js";
import * as runs from "./usage/runs.js";
import { stateBadges } from "./usage/words.js";

const TABS = [
  ["costs", "Costs", costs], ["chargeback", "Chargeback", chargeback], ["changes", "Changes", changes],
  ["exports", "Exports", reports], ["runs", "Runs", runs],
];

/** `#/usage/{tab}/{month}/{enrollment or all}/{name=value …}`. */
export function hash({ tab, month, enrollment, filters = [] }) {
  return ["#/usage", tab, month, enrollment || "all", ...filters.map(([name, value]) => `${name}=${value}`)]
    .map((part, i) => (i ? encodeURIComponent(part) : part)).join("/");
}

export function open(root, [tabName, monthName, enrollmentName, ...filterTexts]) {
  const body = h("div", { class: "stackup" });
  const pickers = h("div", { class: "row" });
  root.append(head("Usage", "What the cloud costs, whom it is charged to, and where the month is heading.", pickers), body);
  let view = null;
  let left = false;

  async function start() {
    const [{ months }, { enrollments }] = await Promise.all([get("/api/usage/months"), get("/api/usage/enrollments")]);
    if (left) return;
    const names = [...new Set(months.map((m) => m.month))].sort().reverse();
    const place = {
      tab: TABS.some(([id]) => id === tabName) ? tabName : "costs",
      month: names.includes(monthName) ? monthName : names[0],
      enrollment: enrollments.some((e) => e.enrollmentNumber === enrollmentName) ? enrollmentName : "",
      filters: filterTexts.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]),
    };
    pick(place, names, enrollments);
    const tabs = h("nav", { class: "tabs", "aria-label": "Usage" }, TABS.map(([id, label]) =>
      h("a", { href: hash({ ...place, tab: id, filters: [] }), "aria-current": id === place.tab ? "page" : null }, label)));
    const states = months.filter((m) => m.month === place.month && (!place.enrollment || m.enrollment === place.enrollment));
    const content = h("div", { class: "stackup" });
    body.replaceChildren(h("div", { class: "head" }, tabs, stateBadges(states)), content);
    if (!place.month && place.tab !== "runs") {
      content.replaceChildren(nothing());
      return;
    }
    view = TABS.find(([id]) => id === place.tab)[2].open(content, { ...place, months, enrollments, reload: start });
  }

  function pick(place, names, enrollments) {
    const month = h("select", { onchange: (e) => go({ month: e.target.value }) },
      names.map((name) => h("option", { value: name, selected: name === place.month }, name)));
    const enrollment = h("select", { onchange: (e) => go({ enrollment: e.target.value }) },
      h("option", { value: "" }, "All"),
      enrollments.map((e) => h("option", { value: e.enrollmentNumber, selected: e.enrollmentNumber === place.enrollment },
        e.description ? `${e.enrollmentNumber} · ${e.description}` : e.enrollmentNumber)));
    const go = (change) => { location.hash = hash({ ...place, filters: [], ...change }); };
    pickers.replaceChildren(h("label", {}, "Month", month), h("label", {}, "Enrollment", enrollment));
  }

  start().catch((e) => { toast(e.message, true); body.replaceChildren(h("div", { class: "card" }, empty("Usage cannot be shown", h("p", {}, e.message)))); });
  return { leave: () => { left = true; view?.leave?.(); } };
}

const nothing = () => h("section", { class: "card" }, empty("No usage yet",
  h("p", {}, "Nothing has been fetched. Enter an enrollment in the folder ", h("code", {}, "enrollments"), ", then run it under Runs, or see it all with simulated reports:"),
  h("code", {}, "./tollbooth usage demo")));
