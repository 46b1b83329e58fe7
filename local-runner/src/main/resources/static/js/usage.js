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
    const [{ months }, listed] = await Promise.all([get("/api/usage/months"), listEnrollments()]);
    if (left) return;
    const enrollments = listed ?? [...new Set(months.map((m) => m.enrollment))].sort().map((enrollmentNumber) => ({ enrollmentNumber }));
    const tabs = TABS.filter(([id]) => listed || id !== "runs");
    const names = [...new Set(months.map((m) => m.month))].sort().reverse();
    const place = {
      tab: tabs.some(([id]) => id === tabName) ? tabName : "costs",
      month: names.includes(monthName) ? monthName : names[0],
      enrollment: enrollments.some((e) => e.enrollmentNumber === enrollmentName) ? enrollmentName : "",
      filters: filterTexts.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]),
    };
    pick(place, names, enrollments);
    const nav = h("nav", { class: "tabs", "aria-label": "Usage" }, tabs.map(([id, label]) =>
      h("a", { href: hash({ ...place, tab: id, filters: [] }), "aria-current": id === place.tab ? "page" : null }, label)));
    const states = months.filter((m) => m.month === place.month && (!place.enrollment || m.enrollment === place.enrollment));
    const content = h("div", { class: "stackup" });
    body.replaceChildren(h("div", { class: "head" }, nav, stateBadges(states)), content);
    if (!place.month && place.tab !== "runs") {
      content.replaceChildren(nothing());
      return;
    }
    view = TABS.find(([id]) => id === place.tab)[2].open(content, { ...place, months, enrollments, ofAll: listed !== null });
  }

  function pick(place, names, enrollments) {
    const month = h("select", { onchange: (e) => go({ month: e.target.value }) },
      names.map((name) => h("option", { value: name, selected: name === place.month }, name)));
    const enrollment = h("select", { onchange: (e) => go({ enrollment: e.target.value }) },
      h("option", { value: "" }, "All"),
      enrollments.map((e) => h("option", { value: e.enrollmentNumber, selected: e.enrollmentNumber === place.enrollment },
        e.description ? `${e.enrollmentNumber} · ${e.description}` : e.enrollmentNumber)));
    const go = (change) => { location.hash = hash({ ...place, filters: [], ...change }); };
    pickers.replaceChildren(names.length ? h("label", {}, "Month", month) : "", enrollments.length ? h("label", {}, "Enrollment", enrollment) : "");
  }

  start().catch((e) => { toast(e.message, true); body.replaceChildren(h("div", { class: "card" }, empty("Usage cannot be shown", h("p", {}, e.message)))); });
  return { leave: () => { left = true; view?.leave?.(); } };
}

/** Null for a reader who may not see every subscription: the runs of the pipeline are not for him. */
const listEnrollments = () => get("/api/usage/enrollments").then(({ enrollments }) => enrollments)
  .catch((e) => { if (e.status === 403) return null; throw e; });

const nothing = () => h("section", { class: "card" }, empty("No usage yet",
  h("p", {}, "Nothing has been fetched. Enter an enrollment in the folder ", h("code", {}, "enrollments"), ", then run it under Runs, or see it all with simulated reports:"),
  h("code", {}, "./tollbooth usage demo")));
