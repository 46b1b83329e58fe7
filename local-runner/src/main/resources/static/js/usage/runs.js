import { get, post } from "../api.js";
import { between, empty, h, number, table, toast, when } from "../dom.js";
import { errors } from "./errors.js";
import { follow, howItEnded, started, watch, whose } from "./follow.js";
import { outcomeDot, outcomeTag, query, size, waiting } from "./words.js";

const STEPS = { CONTROL: "controlUsageBatch", RETRIEVE: "retrieveUsage", SPLIT: "splitUsage", PROCESS: "processDailyUsage", CLOSE: "closeUsageRun" };
const RUNS = 5;

/** Enrollments, what the pipeline did for each, day by day, and what it could not do. */
export function open(root, place) {
  const due = h("button", { type: "button", onclick: () => run(due, {}, "what is due") }, "Fetch what is due");
  const body = h("div", { class: "stackup" }, waiting());
  const here = h("div", { class: "stackup" });
  const faults = errors();
  root.append(h("div", { class: "row" }, due), here, body, faults.root);

  async function run(button, what, words) {
    button.disabled = true;
    try {
      const answer = await post("/api/usage/runs", what);
      const count = answer.started.length;
      toast(count ? `${number(count)} run${count > 1 ? "s" : ""} started.` : `Nothing to fetch of ${words}: ${answer.skipped[0]?.reason ?? "no enrollment is enabled"}.`);
      follow(answer);
      await show();
    } catch (e) {
      toast(e.message, true);
    } finally {
      button.disabled = false;
    }
  }

  async function reapply(enrollment, day) {
    try {
      const answer = await post("/api/usage/days", { enrollment, day });
      toast(`${day} is being applied again.`);
      follow(answer, day);
    } catch (e) {
      toast(e.message, true);
    }
  }

  async function show() {
    const mine = place.enrollments.filter((e) => !place.enrollment || e.enrollmentNumber === place.enrollment);
    const logs = await Promise.all(mine.map((e) => get(`/api/usage/jobs${query({ enrollment: e.enrollmentNumber, limit: 400 })}`)));
    keepPlace(body, () => body.replaceChildren(...(mine.length ? mine.map((e, i) => card(e, logs[i].jobs)) : [h("section", { class: "card" },
      empty("No enrollments", h("p", {}, "An enrollment is a JSON document in the folder ", h("code", {}, "enrollments"), ": ", h("code", {}, "{enrollmentNumber}.json"))))])));
  }

  function card(e, jobs) {
    const again = place.month ? h("button", { type: "button", class: "quiet", "data-key": `again ${e.enrollmentNumber}`, "aria-label": `Fetch ${place.month} again, enrollment ${e.enrollmentNumber}`, onclick: () => run(again, { enrollment: e.enrollmentNumber, month: place.month }, place.month) }, `Fetch ${place.month} again`) : null;
    const runs = [...Map.groupBy(jobs, (j) => `${j.run} ${j.month}`).values()];
    const month = jobs.filter((j) => j.month === place.month && j.step === "PROCESS");
    return h("section", { class: "card", "aria-label": `Enrollment ${e.enrollmentNumber}` },
      h("div", { class: "head" }, h("div", {}, h("h2", {}, `Enrollment ${e.enrollmentNumber}`),
        h("p", { class: "small" }, [e.description, e.source.toLowerCase().replaceAll("_", " "), e.detailedEnabled ? "fetched daily" : "not fetched daily"].filter(Boolean).join(" · "))), again),
      place.month ? strip(place.month, month, e.enrollmentNumber, (day) => reapply(e.enrollmentNumber, day)) : null,
      runs.length ? runs.slice(0, RUNS).map(one) : h("p", { class: "soft" }, "Nothing was run yet."));
  }

  function changed(ended) {
    here.replaceChildren(...(started().length ? [startedHere()] : []));
    if (!ended) return;
    faults.reload();
    show().catch((e) => toast(e.message, true));
  }

  show().catch((e) => { toast(e.message, true); body.replaceChildren(h("p", { class: "card" }, e.message)); });
  changed(false);
  return { leave: watch(changed) };
}

/** What was started from this page and how it ended; the toasts tell a screen reader. */
const startedHere = () => h("section", { class: "card", "aria-label": "Started here" }, h("h2", {}, "Started here"),
  h("ul", { class: "plain" }, started().map((each) => h("li", {}, outcomeTag(each.outcome),
    h("span", { class: each.outcome === "FAILED" ? "error" : null }, `${whose(each)} ${each.outcome === "RUNNING" ? at(each.step) : howItEnded(each)}`)))));

const at = (step) => (step ? `is at ${STEPS[step.step]}${step.day ? ` ${step.day}` : ""} …` : "waits for its turn …");

/** What was open stays open and what had the focus keeps it when the content is built anew. */
function keepPlace(body, build) {
  const keyed = (element) => element?.closest?.("[data-key]")?.dataset.key;
  const opened = [...body.querySelectorAll("details[open]")].map(keyed);
  const focused = body.contains(document.activeElement) ? keyed(document.activeElement) : undefined;
  build();
  for (const element of body.querySelectorAll("[data-key]")) {
    if (element.matches("details") && opened.includes(element.dataset.key)) element.open = true;
    if (element.dataset.key === focused) (element.querySelector("summary") ?? element).focus({ preventScroll: true });
  }
}

/** Each day of the month as its newest processing left it; a press applies it again. */
function strip(month, processed, enrollment, reapply) {
  const length = new Date(Date.UTC(+month.slice(0, 4), +month.slice(5), 0)).getUTCDate();
  const newest = new Map();
  for (const job of processed) if (!newest.has(job.day)) newest.set(job.day, job);
  return h("ul", { class: "strip", "aria-label": `Days of ${month}` }, Array.from({ length }, (_, i) => {
    const day = `${month}-${String(i + 1).padStart(2, "0")}`;
    const job = newest.get(day);
    const words = job ? `${job.outcome.toLowerCase()}, ${number(job.lines)} lines, ${number(job.changed)} changed` : "not processed";
    const label = [h("span", { "aria-hidden": "true" }, String(i + 1)), h("span", { class: "unseen" }, `${day}: ${words}`)];
    return h("li", { class: job ? outcomeDot(job.outcome) : null, title: `${day}: ${words}` },
      job ? h("button", { type: "button", "data-key": `${enrollment} ${day}`, onclick: () => reapply(day) }, ...label, h("span", { class: "unseen" }, "; apply it again")) : label);
  }));
}

function one(records) {
  const steps = [...records].reverse();
  const control = records.find((r) => r.step === "CONTROL");
  const head = control ?? steps[0];
  const failed = records.find((r) => r.outcome === "FAILED");
  const days = records.filter((r) => r.step === "PROCESS").length;
  const facts = [`${number(days)} day${days === 1 ? "" : "s"}`, `${number(head.lines)} lines`, `${number(head.changed)} changed`, size(head.bytes), `took ${between(head.startedAt, head.endedAt)}`];
  return h("details", { class: "run", "data-key": `${head.run} ${head.enrollment} ${head.month}` }, h("summary", {}, outcomeTag(head.outcome), h("b", {}, head.month), h("span", { class: "soft small" }, `${when(head.startedAt)} · ${head.outcome === "SKIPPED" ? head.reason : head.outcome === "RUNNING" ? "under way" : facts.join(", ")}`)),
    failed ? h("p", { class: "error" }, failed.reason) : null,
    table([["Step"], ["Outcome"], ["Lines", "num"], ["Changed", "num"], ["Bytes", "num"], ["Took", "num"], ["Note"]],
      steps.map((s) => [s.day ? `${STEPS[s.step]} ${s.day}` : STEPS[s.step], outcomeTag(s.outcome), number(s.lines), number(s.changed), size(s.bytes), between(s.startedAt, s.endedAt), s.reason ?? ""])));
}
