import { h } from "../dom.js";

/** Amounts come as texts and are never rounded but for show; the whole text is in the title. */
export function money(text, currency) {
  return h("span", { class: "amount", title: `${text} ${currency}` }, amount(text, currency));
}

export function amount(text, currency) {
  try {
    return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(text);
  } catch {
    return `${new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(text)} ${currency}`;
  }
}

/** How much one is more than the other, in words. */
export function change(now, before) {
  const base = Number(before);
  if (!base) return null;
  const part = (Number(now) - base) / Math.abs(base);
  return `${part >= 0 ? "+" : "−"}${Math.abs(part * 100).toFixed(1)} %`;
}

const STATES = {
  OPEN: ["inOcr", "open", "the month is not over"], SETTLING: ["review", "settling", "late records are still expected"],
  CLOSED: ["billable", "closed", "no change is expected"], RESTATED: ["failed", "restated", "it changed after it was closed"],
};

export function stateBadges(months) {
  const states = [...new Set(months.map((m) => m.state))];
  return h("p", { class: "row", "aria-label": "State of the month" }, states.map((state) => {
    const [dot, word, why] = STATES[state] ?? ["received", state.toLowerCase(), ""];
    const whose = months.filter((m) => m.state === state).map((m) => m.enrollment);
    return h("span", { class: "tag state", title: `${whose.join(", ")}: ${why}` }, h("i", { class: `dot ${dot}` }),
      states.length > 1 ? `${word} (${whose.length})` : word);
  }));
}

const OUTCOMES = { RUNNING: "inOcr", DONE: "billable", UNCHANGED: "unbillable", SKIPPED: "received", FAILED: "failed" };
export const outcomeDot = (outcome) => OUTCOMES[outcome] ?? "received";
export const outcomeTag = (outcome) =>
  h("span", { class: "tag" }, h("i", { class: `dot ${outcomeDot(outcome)}` }), outcome.toLowerCase());

export function size(bytes) {
  const unit = ["B", "kB", "MB", "GB"];
  let value = bytes;
  let i = 0;
  while (value >= 1000 && i < 3) { value /= 1000; i++; }
  return `${i ? value.toFixed(1) : value} ${unit[i]}`;
}

/** The query of a request about an enrollment, or about all. */
export const query = (values) => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
};

const LIMITS = {
  subscription: "Subscription", resourceGroup: "Resource group", service: "Service", costCenter: "Cost centre", department: "Department",
};
export const limitName = (by) => LIMITS[by] ?? by.replace("tag:", "tag ");

/** A filter in words. */
export function limits(filter) {
  const parts = Object.entries(filter).map(([name, value]) => `${limitName(name)}: ${value || "none"}`);
  return parts.length ? parts.join(", ") : "everything";
}

export const waiting = () => h("p", { class: "soft", role: "status" }, "Loading …");
