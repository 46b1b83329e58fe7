import { get, post } from "../api.js";
import { between, empty, h, number, table, toast, when } from "../dom.js";
import { errors } from "./errors.js";
import { outcomeDot, outcomeTag, query, size, waiting } from "./words.js";

const STEPS = { CONTROL: "controlUsageBatch", RETRIEVE: "retrieveUsage", SPLIT: "splitUsage", PROCESS: "processDailyUsage", CLOSE: "closeUsageRun" };
const RUNS = 5;

/** Enrollments, what the pipeline did for each, day by day, and what it could not do. */
export function open(root, place) {
  const due = h("button", { type: "button", onclick: () => run(due, {}, "what is due") }, "Fetch what is due");
  const body = h("div", { class: "stackup" }, waiting());
  root.append(h("div", { class: "row" }, due), body, errors(show));

  async function run(button, what, words) {
    button.disabled = true;
    try {
      const { started, skipped } = await post("/api/usage/runs", what);
      toast(started.length ? `${number(started.length)} run${started.length > 1 ? "s" : ""} started.` : `Nothing to fetch of ${words}: ${skipped[0]?.reason ?? "no enrollment is enabled"}.`);
      await show();
    } catch (e) {
      toast(e.message, true);
    } finally {
      button.disabled = false;
    }
  }

  async function reapply(enrollment, day) {
    try {
      await post("/api/usage/days", { enrollment, day });
      toast(`${day} is being applied again.`);
      await show();
    } catch (e) {
      toast(e.message, true);
    }
  }

  async function show() {
    const mine = place.enrollments.filter((e) => !place.enrollment || e.enrollmentNumber === place.enrollment);
    const logs = await Promise.all(mine.map((e) => get(`/api/usage/jobs${query({ enrollment: e.enrollmentNumber, limit: 400 })}`)));
    body.replaceChildren(...(mine.length ? mine.map((e, i) => card(e, logs[i].jobs)) : [h("section", { class: "card" },
      empty("No enrollments", h("p", {}, "An enrollment is a JSON document in the folder ", h("code", {}, "enrollments"), ": ", h("code", {}, "{enrollmentNumber}.json"))))]));
  }

  function card(e, jobs) {
    const again = place.month ? h("button", { type: "button", class: "quiet", onclick: () => run(again, { enrollment: e.enrollmentNumber, month: place.month }, place.month) }, `Fetch ${place.month} again`) : null;
    const runs = [...Map.groupBy(jobs, (j) => `${j.run} ${j.month}`).values()];
    const month = jobs.filter((j) => j.month === place.month && j.step === "PROCESS");
    return h("section", { class: "card", "aria-label": `Enrollment ${e.enrollmentNumber}` },
      h("div", { class: "head" }, h("div", {}, h("h2", {}, `Enrollment ${e.enrollmentNumber}`),
        h("p", { class: "small" }, [e.description, e.source.toLowerCase().replaceAll("_", " "), e.detailedEnabled ? "fetched daily" : "not fetched daily"].filter(Boolean).join(" · "))), again),
      place.month ? strip(place.month, month, (day) => reapply(e.enrollmentNumber, day)) : null,
      runs.length ? runs.slice(0, RUNS).map(one) : h("p", { class: "soft" }, "Nothing was run yet."));
  }

  show().catch((e) => { toast(e.message, true); body.replaceChildren(h("p", { class: "card" }, e.message)); });
  return {};
}

/** Each day of the month as its newest processing left it; a press applies it again. */
function strip(month, processed, reapply) {
  const length = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate();
  const newest = new Map();
  for (const job of processed) if (!newest.has(job.day)) newest.set(job.day, job);
  return h("ul", { class: "strip", "aria-label": `Days of ${month}` }, Array.from({ length }, (_, i) => {
    const day = `${month}-${String(i + 1).padStart(2, "0")}`;
    const job = newest.get(day);
    const words = job ? `${job.outcome.toLowerCase()}, ${number(job.lines)} lines, ${number(job.changed)} changed` : "not processed";
    const label = [h("span", { "aria-hidden": "true" }, String(i + 1)), h("span", { class: "unseen" }, `${day}: ${words}`)];
    return h("li", { class: job ? outcomeDot(job.outcome) : null, title: `${day}: ${words}` },
      job ? h("button", { type: "button", onclick: () => reapply(day) }, ...label, h("span", { class: "unseen" }, "; apply it again")) : label);
  }));
}

function one(records) {
  const steps = [...records].reverse();
  const control = records.find((r) => r.step === "CONTROL");
  const head = control ?? steps[0];
  const failed = records.find((r) => r.outcome === "FAILED");
  const days = records.filter((r) => r.step === "PROCESS").length;
  const facts = [`${number(days)} day${days === 1 ? "" : "s"}`, `${number(head.lines)} lines`, `${number(head.changed)} changed`, size(head.bytes), `took ${between(head.startedAt, head.endedAt)}`];
  return h("details", { class: "run" }, h("summary", {}, outcomeTag(head.outcome), h("b", {}, head.month), h("span", { class: "soft small" }, `${when(head.startedAt)} · ${head.outcome === "SKIPPED" ? head.reason : facts.join(", ")}`)),
    failed ? h("p", { class: "error" }, failed.reason) : null,
    table([["Step"], ["Outcome"], ["Lines", "num"], ["Changed", "num"], ["Bytes", "num"], ["Took", "num"], ["Note"]],
      steps.map((s) => [s.day ? `${STEPS[s.step]} ${s.day}` : STEPS[s.step], outcomeTag(s.outcome), number(s.lines), number(s.changed), size(s.bytes), between(s.startedAt, s.endedAt), s.reason ?? ""])));
}
