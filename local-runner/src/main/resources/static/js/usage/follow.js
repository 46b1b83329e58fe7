import { get } from "../api.js";
import { number, toast } from "../dom.js";
import { query } from "./words.js";

const SOON = 500;
const LATE = 5000;
const MOST = 12;
const RECORDS = 400;

/** What was started from this page, newest first; it is followed whichever place is open. */
let followed = [];
const watchers = new Set();
let timer = null;
let pause = SOON;

/** Calls back on each change with whether something ended; returns what ends that. */
export function watch(changed) {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

export const started = () => followed;

/** Follows what an answer says was started, or that one day of it, until it has ended. */
export function follow(answer, day = null) {
  const begun = answer.started.map((fetch) => ({ ...fetch, day, at: answer.at, outcome: "RUNNING", step: null, record: null }));
  const skipped = answer.skipped.map((each) => ({ ...each, run: null, day, at: answer.at, outcome: "SKIPPED", step: null, record: each }));
  followed = [...begun, ...skipped, ...followed.filter((old) => !begun.some((each) => same(each, old)))].slice(0, Math.max(MOST, begun.length));
  pause = SOON;
  tell(false);
  next();
}

const same = (a, b) => a.run === b.run && a.enrollment === b.enrollment && a.month === b.month && a.day === b.day;
const open = () => followed.filter((each) => each.outcome === "RUNNING");
const tell = (ended) => watchers.forEach((changed) => changed(ended));

function next() {
  clearTimeout(timer);
  if (open().length) timer = setTimeout(look, pause);
  pause = Math.min(LATE, pause * 1.3);
}

async function look() {
  try {
    const enrollments = [...new Set(open().map((each) => each.enrollment))];
    const logs = await Promise.all(enrollments.map((enrollment) => get(`/api/usage/jobs${query({ enrollment, limit: RECORDS })}`)));
    const ended = logs.flatMap(({ jobs }) => open().filter((each) => update(each, jobs)));
    ended.forEach((each) => toast(`${whose(each)} ${howItEnded(each)}`, each.outcome === "FAILED"));
    tell(ended.length > 0);
  } catch (e) {
    if (pause >= LATE) toast(`The job log cannot be read: ${e.message}`, true);
  }
  next();
}

/** Takes in what the log says; true if it has ended. A run's own record is that of its control. */
function update(each, jobs) {
  const mine = jobs.filter((j) => j.run === each.run && j.enrollment === each.enrollment && j.month === each.month
    && (each.day === null || (j.day === each.day && new Date(j.startedAt) >= new Date(each.at))));
  const own = mine.find((j) => each.day !== null || j.step === "CONTROL");
  each.step = mine.find((j) => j.step !== "CONTROL") ?? null;
  if (!own?.endedAt || own.outcome === "RUNNING") return false;
  Object.assign(each, { outcome: own.outcome, record: own });
  return true;
}

export const whose = (each) => (each.day ? `${each.day} of enrollment ${each.enrollment}` : `Enrollment ${each.enrollment}${each.month ? `, ${each.month},` : ""}`);

export function howItEnded({ outcome, record }) {
  if (outcome === "FAILED") return `failed: ${record.reason}`;
  if (outcome === "SKIPPED") return `was skipped: ${record.reason}`;
  return `is ${outcome === "UNCHANGED" ? "as it was" : "done"}: ${number(record.lines)} lines, ${number(record.changed)} changed.`;
}
