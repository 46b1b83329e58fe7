import { h, number, table } from "../dom.js";
import { chart } from "./chart.js";
import { amount, change, money } from "./words.js";

const BASES = {
  PATTERN: "by the pattern of the weeks before; four months of five end within these bounds",
  UNTRIED_PATTERN: "by a pattern that is too young to have been tried; the bounds are assumed",
  RUN_RATE: "by the mean day, as there are less than four weeks; the bounds are assumed",
};

const forecastOf = ({ monthEnd }) => (monthEnd && monthEnd.basis !== "ACTUAL" ? monthEnd : null);

/** The total of one currency, where it is heading, and the chart of it. */
export function trendCard(trend, total, month) {
  const { currency, completeDays } = trend;
  const forecast = forecastOf(trend);
  const rows = points(trend, month);
  const canvas = h("canvas", { role: "img", "aria-label": words(trend, month) });
  const days = `${completeDays} complete day${completeDays === 1 ? "" : "s"}`;
  const facts = [];
  if (forecast && completeDays) facts.push([`After ${days}`, money(trend.samePoint, currency)]);
  if (trend.samePointLastMonth !== null && completeDays) {
    facts.push([forecast ? "Same point last month" : "Month before", [money(trend.samePointLastMonth, currency), " ", h("span", { class: "soft amount" }, change(trend.samePoint, trend.samePointLastMonth))]]);
  }
  if (forecast && trend.lastMonth !== null) facts.push(["Last month in all", money(trend.lastMonth, currency)]);
  if (forecast) {
    facts.push(["Expected at month end", h("b", {}, money(forecast.cost, currency))],
      ["Likely", [money(forecast.low, currency), " to ", money(forecast.high, currency)]]);
  }
  const card = h("section", { class: "card grid", "aria-label": `Total in ${currency}` },
    h("div", { class: "span4" }, h("h2", {}, `Total in ${currency}`),
      h("p", { class: "big-number" }, money(trend.monthToDate, currency)),
      total ? h("p", { class: "soft small" }, `${number(total.lines)} lines${total.unrated ? `, ${number(total.unrated)} of them without a rate and counted as zero` : ""}`) : null,
      h("dl", { class: "facts spaced" }, facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
      forecast ? h("p", { class: "soft small spaced" }, `Expected ${BASES[forecast.basis] ?? ""}.`) : null),
    h("div", { class: "span8" }, h("div", { class: "chart" }, canvas),
      h("details", {}, h("summary", {}, "The same as a table"), dayTable(rows, currency))));
  return { card, leave: chart(canvas, (colour) => config(rows, currency, colour)) };
}

function words(trend, month) {
  const { currency, monthToDate } = trend;
  const end = forecastOf(trend);
  return `Cost of ${month} day by day, summed up: ${amount(monthToDate, currency)} so far${end ? `; expected at the end of the month ${amount(end.cost, currency)}, likely ${amount(end.low, currency)} to ${amount(end.high, currency)}` : ""}. The table below says the same.`;
}

/** What the month and the one before had come to on each day of the month, and what is expected. */
function points(trend, month) {
  const length = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate();
  const of = (kind) => new Map(trend.days.filter((p) => p.kind === kind).map((p) => [+p.day.slice(8), Number(p.cost)]));
  const now = of("ACTUAL");
  const part = of("INCOMPLETE");
  const ahead = of("FORECAST");
  const before = new Map(trend.lastMonthDays.map((d) => [+d.day.slice(8), Number(d.cost)]));
  const forecast = forecastOf(trend);
  const last = trend.completeDays;
  let sum = 0;
  let past = 0;
  return Array.from({ length }, (_, i) => {
    const day = i + 1;
    sum += now.get(day) ?? ahead.get(day) ?? part.get(day) ?? 0;
    past += before.get(day) ?? 0;
    const open = forecast && day >= last;
    const way = open ? Math.sqrt((day - last) / Math.max(1, length - last)) : 0;
    return {
      day, cost: now.get(day) ?? part.get(day) ?? null, incomplete: part.has(day), sum: day <= last ? sum : null,
      past: before.size ? past : null, expected: open ? sum : null,
      low: open ? sum - way * (Number(forecast.cost) - Number(forecast.low)) : null,
      high: open ? sum + way * (Number(forecast.high) - Number(forecast.cost)) : null,
    };
  });
}

function dayTable(rows, currency) {
  const text = (value) => (value === null ? "–" : amount(value, currency));
  return table([["Day"], ["Cost", "num"], ["Sum", "num"], ["Last month", "num"], ["Expected", "num"], ["Likely", "num"]],
    rows.map((r) => [String(r.day), r.incomplete ? `${text(r.cost)} so far` : text(r.cost), text(r.sum), text(r.past), text(r.sum === null ? r.expected : null),
      r.low === null || r.sum !== null ? "–" : `${text(r.low)} – ${text(r.high)}`]));
}

function config(rows, currency, colour) {
  const line = (label, key, color, more = {}) => ({
    label, data: rows.map((r) => r[key]), borderColor: color, backgroundColor: color, borderWidth: 2, pointRadius: 0, pointHitRadius: 12, ...more,
  });
  const band = colour("--billable") + "2e";
  const sets = [
    line("This month", "sum", colour("--billable"), { borderWidth: 3 }),
    ...(rows.some((r) => r.past !== null) ? [line("Last month", "past", colour("--received"), { borderDash: [3, 4] })] : []),
    ...(rows.some((r) => r.expected !== null) ? [
      line("Expected", "expected", colour("--billable"), { borderDash: [7, 5] }),
      line("At least", "low", band, { borderWidth: 0, pointHitRadius: 0 }),
      line("At most", "high", band, { borderWidth: 0, pointHitRadius: 0, backgroundColor: band, fill: "-1" }),
    ] : []),
  ];
  return {
    type: "line",
    data: { labels: rows.map((r) => r.day), datasets: sets },
    options: {
      responsive: true, maintainAspectRatio: false, animation: false, interaction: { mode: "index", intersect: false },
      scales: { x: { grid: { display: false } }, y: { beginAtZero: true, ticks: { maxTicksLimit: 6, callback: (v) => new Intl.NumberFormat("en-US", { notation: "compact" }).format(v) } } },
      plugins: {
        legend: { position: "bottom", labels: { boxWidth: 18, boxHeight: 2, filter: (item) => !item.text.startsWith("At ") } },
        tooltip: { callbacks: { title: ([item]) => `Day ${item.label}`, label: (item) => `${item.dataset.label}: ${amount(item.parsed.y, currency)}` } },
      },
    },
  };
}
