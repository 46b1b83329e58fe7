import { h, number, table } from "../dom.js";
import { chart } from "./chart.js";
import { amount, change, money } from "./words.js";

/** The total of one currency, where it is heading, and the chart of it. */
export function trendCard(trend, total, month) {
  const { currency, forecast } = trend;
  const rows = points(trend, month);
  const canvas = h("canvas", { role: "img", "aria-label": words(trend, month) });
  const facts = [["Month to date", money(trend.monthToDate, currency)]];
  if (Number(trend.lastMonthTotal)) {
    facts.push(["Same point last month", [money(trend.samePointLastMonth, currency), " ", h("span", { class: "soft" }, change(trend.monthToDate, trend.samePointLastMonth))]],
      ["Last month in all", money(trend.lastMonthTotal, currency)]);
  }
  if (forecast) {
    facts.push(["Expected at month end", h("b", {}, money(forecast.expected, currency))],
      ["Likely between", [money(forecast.low, currency), " and ", money(forecast.high, currency)]]);
  }
  const card = h("section", { class: "card grid", "aria-label": `Total in ${currency}` },
    h("div", { class: "span4" }, h("h2", {}, `Total in ${currency}`),
      h("p", { class: "big-number" }, money(total?.cost ?? trend.monthToDate, currency)),
      h("p", { class: "soft small" }, total ? `${number(total.lines)} lines${total.unrated ? `, ${number(total.unrated)} of them without a rate, counted as zero` : ""}` : null,
        trend.through ? ` · through ${trend.through}` : null),
      h("dl", { class: "facts spaced" }, facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]))),
    h("div", { class: "span8" }, h("div", { class: "chart" }, canvas),
      h("details", {}, h("summary", {}, "The same as a table"), dayTable(rows, currency))));
  return { card, leave: chart(canvas, (colour) => config(rows, currency, colour)) };
}

function words({ currency, through, monthToDate, forecast }, month) {
  const so = through ? `${amount(monthToDate, currency)} up to ${through}` : "nothing yet";
  return `Cost of ${month} day by day, summed up: ${so}${forecast ? `; expected at the end of the month ${amount(forecast.expected, currency)}, likely between ${amount(forecast.low, currency)} and ${amount(forecast.high, currency)}` : ""}. The table below says the same.`;
}

/** What the month and the one before had come to on each day of the month, and what is expected. */
function points({ days, lastMonth, forecast, through }, month) {
  const length = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate();
  const now = new Map(days.map((d) => [+d.day.slice(8), Number(d.cost)]));
  const before = new Map(lastMonth.map((d) => [+d.day.slice(8), Number(d.cost)]));
  const ahead = new Map((forecast?.days ?? []).map((d) => [+d.day.slice(8), Number(d.expected)]));
  const last = through ? +through.slice(8) : 0;
  let sum = 0;
  let past = 0;
  return Array.from({ length }, (_, i) => {
    const day = i + 1;
    sum += now.get(day) ?? ahead.get(day) ?? 0;
    past += before.get(day) ?? 0;
    const open = forecast && day >= last;
    const part = open ? Math.sqrt((day - last) / Math.max(1, length - last)) : 0;
    return {
      day, cost: now.get(day) ?? null, sum: day <= last ? sum : null, past: lastMonth.length ? past : null,
      expected: open ? sum : null,
      low: open ? sum - part * (Number(forecast.expected) - Number(forecast.low)) : null,
      high: open ? sum + part * (Number(forecast.high) - Number(forecast.expected)) : null,
    };
  });
}

function dayTable(rows, currency) {
  const text = (value) => (value === null ? "–" : amount(value, currency));
  return table([["Day"], ["Cost", "num"], ["Sum", "num"], ["Last month", "num"], ["Expected", "num"], ["Likely between", "num"]],
    rows.map((r) => [String(r.day), text(r.cost), text(r.sum), text(r.past), text(r.sum === null ? r.expected : null),
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
