import { get, remove } from "../api.js";
import { empty, h, number, table, toast } from "../dom.js";
import { hash } from "../usage.js";
import { chart } from "./chart.js";
import { amount, limits, money, waiting } from "./words.js";

const path = (name) => `/api/usage/views/${encodeURIComponent(name)}`;

/** The saved views, one of them at a time with what it cost month by month; the first is our own pipeline's. */
export function savedViews(place) {
  const names = h("div", { class: "row", role: "group", "aria-label": "Saved views" });
  const body = h("div", {}, waiting());
  const title = h("h2", { tabindex: "-1" }, "Saved views");
  const root = h("section", { class: "card", "aria-label": "Saved views" }, title, names, body);
  let leaving = [];
  let asked = 0;

  /** All of them, and that of the name, or the first. */
  async function show(name) {
    const { views } = await get("/api/usage/views");
    names.replaceChildren(...views.map((view) => h("button", { type: "button", class: "quiet pick", onclick: () => choose(view) }, view.name)));
    const chosen = views.find((view) => view.name === name) ?? views[0];
    if (chosen) await one(chosen);
    else body.replaceChildren(empty("No views", h("p", {}, "Limit the breakdown above to something, then keep it as a view.")));
  }

  const choose = (view) => one(view).catch((e) => { toast(e.message, true); body.replaceChildren(h("p", {}, e.message)); });

  async function one(view) {
    const mine = ++asked;
    for (const button of names.children) button.setAttribute("aria-pressed", String(button.textContent === view.name));
    leave();
    body.replaceChildren(waiting());
    const { months } = await get(`${path(view.name)}/cost`);
    if (mine !== asked) return;
    body.replaceChildren(
      h("div", { class: "head spaced" },
        h("div", {}, h("h3", {}, `${view.name} over time`), h("p", { class: "small" }, `Costs of ${limits(view.filter)}, of all enrollments.`)),
        h("div", { class: "row" },
          h("a", { class: "button quiet", href: hash({ ...place, filters: Object.entries(view.filter) }) }, "Open in the breakdown"),
          place.ofAll ? h("button", { type: "button", class: "quiet", onclick: () => forget(view.name) }, "Remove") : null)),
      ...(months.length ? [...currencies(months).map((currency) => graph(view.name, months.filter((m) => m.currency === currency), currency)), costs(months)]
        : [h("p", { class: "soft" }, "No costs yet.")]));
  }

  function graph(name, months, currency) {
    const canvas = h("canvas", { role: "img", "aria-label": `Cost of ${name} in ${currency} month by month: ${months.map((m) => `${m.month} ${amount(m.cost, currency)}`).join(", ")}. The table below says the same.` });
    leaving.push(chart(canvas, (colour) => config(months, currency, colour)));
    return h("div", { class: "chart low" }, canvas);
  }

  async function forget(name) {
    if (!confirm(`Remove the view “${name}”?`)) return;
    try {
      await remove(path(name));
      toast(`The view ${name} is removed.`);
      await show(null);
      title.focus();
    } catch (e) {
      toast(e.message, true);
    }
  }

  function leave() {
    leaving.forEach((end) => end());
    leaving = [];
  }

  show(null).catch((e) => body.replaceChildren(h("p", {}, e.message)));
  return { root, show, leave };
}

const currencies = (months) => [...new Set(months.map((m) => m.currency))];

function costs(months) {
  return table([["Month"], ["Cost", "num"], ["Photos", "num"], ["For a million photos", "num"]],
    [...months].sort((a, b) => b.month.localeCompare(a.month) || a.currency.localeCompare(b.currency)).map((m) => [m.month, money(m.cost, m.currency), m.photos === null ? "not counted here" : number(m.photos),
      m.perMillionPhotos === null ? "–" : money(m.perMillionPhotos, m.currency)]));
}

function config(months, currency, colour) {
  const each = months.map((m) => (m.perMillionPhotos === null ? null : Number(m.perMillionPhotos)));
  const known = each.some((value) => value !== null);
  const compact = (value) => new Intl.NumberFormat("en-US", { notation: "compact" }).format(value);
  const axis = (text, more = {}) => ({ beginAtZero: true, title: { display: true, text }, ticks: { maxTicksLimit: 5, callback: compact }, ...more });
  return {
    type: "bar",
    data: {
      labels: months.map((m) => m.month),
      datasets: [
        ...(known ? [{ type: "line", label: "For a million photos", data: each, yAxisID: "each", borderColor: colour("--review"), backgroundColor: colour("--review"), borderWidth: 3, pointRadius: 4 }] : []),
        { label: "Cost", data: months.map((m) => Number(m.cost)), backgroundColor: colour("--billable"), maxBarThickness: 48 },
      ],
    },
    options: {
      responsive: true, maintainAspectRatio: false, animation: false, interaction: { mode: "index", intersect: false },
      scales: {
        x: { grid: { display: false } }, y: axis(`Cost, ${currency}`),
        ...(known ? { each: axis(`For a million photos, ${currency}`, { position: "right", grid: { display: false } }) } : {}),
      },
      plugins: {
        legend: { display: known, position: "bottom", labels: { boxWidth: 18, boxHeight: 8 } },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${amount(item.parsed.y, currency)}` } },
      },
    },
  };
}
