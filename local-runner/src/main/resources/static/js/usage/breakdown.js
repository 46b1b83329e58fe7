import { get, put } from "../api.js";
import { h, number, toast } from "../dom.js";
import { hash } from "../usage.js";
import { lines } from "./lines.js";
import { limitName, limits, money, query, waiting } from "./words.js";

const BY = [...["subscription", "resourceGroup", "service", "costCenter", "department"].map((by) => [by, limitName(by)]), ["tag", "Tag …"]];
const PATH = ["subscription", "resourceGroup", "service"];
const TOPS = [25, 100, 500];

/** What the month comes of, one step deeper with each row that is opened; its limits can be kept as a view. */
export function breakdown(place, kept) {
  const state = { by: null, top: TOPS[0], filters: [...place.filters], asked: 0 };
  state.by = next();
  const chips = h("div", { class: "row", role: "group", "aria-label": "Only" });
  const body = h("div", {});
  const select = h("select", { onchange: choose });
  const tag = h("input", { placeholder: "tag name", size: 12, maxlength: 100, onchange: () => tag.value.trim() && by(`tag:${tag.value.trim()}`) });
  const tagField = h("label", { hidden: true }, "Tag", tag);
  const viewName = h("input", { required: true, maxlength: 60, size: 18, autocomplete: "off" });
  const keep = h("form", { class: "row", onsubmit: keepView, "aria-label": "Keep as a view" },
    h("label", {}, "Name of a view", viewName), h("button", { class: "quiet" }, "Keep as a view"));
  const every = h("button", { type: "button", class: "quiet", onclick: () => by("lines") }, "Lines");
  const root = h("section", { class: "card", "aria-label": "Breakdown" },
    h("div", { class: "head" }, h("h2", {}, "What it comes of"), h("div", { class: "row" }, h("label", {}, "By", select), tagField, every)), chips, keep, body);

  function next() {
    return PATH.find((by) => !state.filters.some(([name]) => name === by)) ?? "lines";
  }

  function choose() {
    tagField.hidden = select.value !== "tag";
    if (select.value === "tag") tag.focus();
    else by(select.value);
  }

  function by(name) {
    state.by = name;
    state.top = TOPS[0];
    show().catch(fault);
  }

  /** Figures of other limits than those that are shown would mislead. */
  function fault(e) {
    body.replaceChildren(h("p", {}, e.message));
    toast(e.message, true);
  }

  /** The hash tells the filters, so that going back and links work; the page is not built anew. */
  function filter(filters) {
    state.filters = filters;
    history.pushState(null, "", hash({ ...place, filters }));
    by(next());
  }

  async function keepView(event) {
    event.preventDefault();
    const name = viewName.value.trim();
    const filter = Object.fromEntries(state.filters);
    try {
      await put(`/api/usage/views/${encodeURIComponent(name)}`, { filter });
      viewName.value = "";
      toast(`Kept as the view ${name}: ${limits(filter)}.`);
      await kept(name);
    } catch (e) {
      toast(e.message, true);
    }
  }

  async function show() {
    const asked = ++state.asked;
    const choices = state.by === "lines" ? [["lines", "Lines"], ...BY] : BY;
    select.replaceChildren(...choices.map(([id, text]) => h("option", { value: id, selected: id === state.by || (id === "tag" && state.by.startsWith("tag:")) }, text)));
    tagField.hidden = !state.by.startsWith("tag:");
    keep.hidden = !state.filters.length || !place.ofAll;
    every.hidden = state.by === "lines";
    chips.replaceChildren(...state.filters.map(([name, value], i) => h("button", {
      type: "button", class: "quiet chip", "aria-label": `Do not limit to ${limitName(name)} ${value || "none"}`,
      onclick: () => filter(state.filters.filter((_, other) => other !== i)),
    }, `${limitName(name)}: ${value || "none"}`, h("span", { "aria-hidden": "true" }, " ×"))));
    if (state.by === "lines") {
      body.replaceChildren(lines(place, state.filters));
      return;
    }
    if (!body.childElementCount) body.replaceChildren(waiting());
    const found = await get(`/api/usage/months/${place.month}/breakdown${query({
      enrollment: place.enrollment || null, by: state.by, top: state.top, ...Object.fromEntries(state.filters) })}`).catch((e) => {
      if (asked === state.asked) throw e;
    });
    if (asked !== state.asked) return;
    body.replaceChildren(groups(found));
  }

  function groups(found) {
    if (!found.rows.length) return h("p", { class: "soft" }, "No costs.");
    const most = new Map(found.totals.map((t) => [t.currency, Math.max(1e-9, ...found.rows.filter((r) => r.currency === t.currency).map((r) => Math.abs(Number(r.cost))))]));
    const rest = found.rows.some((row) => row.kind === "OTHERS");
    const larger = TOPS.find((top) => top > state.top);
    return h("div", {}, h("div", { class: "scroll" }, h("table", { class: "stack" },
      h("thead", {}, h("tr", {}, [limitName(state.by), "Lines", "Cost", "Share"].map((text, i) => h("th", { scope: "col", class: i === 1 || i === 2 ? "num" : i === 3 ? "share" : null }, text)))),
      h("tbody", {}, found.rows.map((row) => h("tr", {},
        h("td", { "data-label": limitName(state.by) }, name(row)),
        h("td", { class: "num", "data-label": "Lines" }, number(row.lines)),
        h("td", { class: "num", "data-label": "Cost" }, money(row.cost, row.currency)),
        h("td", { class: "share", "data-label": "Share" }, share(row, found.totals, most.get(row.currency)))))),
      h("tfoot", {}, found.totals.map((t) => h("tr", {}, h("th", { scope: "row" }, `Sum in ${t.currency}`),
        h("td", { class: "num", "data-label": "Lines" }, number(t.lines)), h("td", { class: "num", "data-label": "Cost" }, h("b", {}, money(t.cost, t.currency))), h("td", {})))))),
      rest && larger ? h("button", { type: "button", class: "quiet spaced", onclick: () => { state.top = larger; show().catch(fault); } }, `Show the greatest ${larger}`) : null);
  }

  function name(row) {
    if (row.kind === "OTHERS") return h("span", { class: "soft" }, "all others");
    const text = row.kind === "NONE" ? "none" : row.label || row.key;
    const id = row.label && row.label !== row.key ? h("span", { class: "soft small mono" }, row.key) : null;
    return h("span", { class: "two" }, h("button", { type: "button", class: "link", onclick: () => filter([...state.filters.filter(([name]) => name !== state.by), [state.by, row.key]]) }, text), id);
  }

  show().catch(fault);
  return root;
}

function share(row, totals, most) {
  const total = Number(totals.find((t) => t.currency === row.currency).cost);
  const part = total ? `${((100 * Number(row.cost)) / total).toFixed(1)} %` : "–";
  const meter = h("i", { class: "meter", "aria-hidden": "true" }, h("i", {}));
  meter.firstChild.style.width = `${(100 * Math.abs(Number(row.cost))) / most}%`;
  return [h("span", {}, part), meter];
}
