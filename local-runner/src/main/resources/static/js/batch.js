import { get, post } from "./api.js";
import { between, empty, h, head, number, table, toast, when } from "./dom.js";

const QUIET = { NO_DATA: "no data", UNCHANGED: "unchanged" };
const dot = (run) => (run.status === "COMPLETED" ? (QUIET[run.exitCode] ? "unbillable" : "billable") : run.status === "FAILED" ? "failed" : "inOcr");
const words = (run) => QUIET[run.exitCode] ?? run.status.toLowerCase();
const title = (run) => (typeof run.id === "number" ? `${run.job} #${run.id} ` : `${run.job} `);
const windowed = (run) => (run.window ? `window ${when(run.window.from)} – ${when(run.window.to)}; ` : "");

const steps = (e) => table([["Step"], ["Status"], ["Read", "num"], ["Written", "num"], ["Skipped", "num"], ["Commits", "num"], ["Rollbacks", "num"], ["Took", "num"]],
  e.steps.map((s) => [s.name, s.status.toLowerCase(), number(s.reads), number(s.writes), number(s.skips), number(s.commits), number(s.rollbacks), between(s.startedAt, s.endedAt)]));

/** A run of the usage pipeline has a step for each day, and commits a day as a whole. */
const usageSteps = (e) => table([["Step"], ["Status"], ["Lines", "num"], ["Changed", "num"], ["Took", "num"], ["Note"]],
  e.steps.map((s) => [s.name, s.status.toLowerCase(), number(s.reads), number(s.writes), between(s.startedAt, s.endedAt), s.exitMessage]));

export function open(root) {
  const body = h("div", {});
  body.style.display = "grid";
  body.style.gap = "16px";
  root.append(head("Batch history", "Every run of the export job and of the usage pipeline, newest first."), body);

  async function show() {
    const { executions } = await get("/api/batch/executions?limit=50");
    body.replaceChildren(...(executions.length ? executions.map(run) : [h("div", { class: "card" }, empty("No runs yet", h("p", {}, "The first export will be listed here.")))]));
  }

  function run(e) {
    return h("section", { class: "card" },
      h("div", { class: "head" },
        h("div", {}, h("b", {}, title(e)), h("span", { class: "tag" }, h("i", { class: "dot " + dot(e) }), words(e)),
          h("p", { class: "small" }, `${windowed(e)}started ${when(e.startedAt)}, took ${between(e.startedAt, e.endedAt)}`)),
        e.restartable ? h("button", { type: "button", onclick: () => restart(e.id) }, "Restart") : null),
      e.exitMessage ? h("p", { class: "small mono" }, e.exitMessage) : null,
      typeof e.id === "number" ? steps(e) : h("details", {}, h("summary", {}, `${number(e.steps.length)} steps`), usageSteps(e)));
  }

  async function restart(id) {
    try {
      const outcome = await post(`/api/batch/executions/${id}/restart`);
      toast(outcome.message, outcome.status === "FAILED");
    } catch (e) {
      toast(e.message, true);
    }
    await show();
  }

  show().catch((e) => toast(e.message, true));
  return {};
}
