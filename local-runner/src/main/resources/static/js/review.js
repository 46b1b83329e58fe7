import { get, post } from "./api.js";
import { empty, h, head, percent, plate, toast, when } from "./dom.js";
import { draw, load } from "./photo.js";

const REJECTS = [
  ["NO_PLATE", "No plate", "n"], ["OBSCURED", "Obscured", "o"], ["UNREADABLE", "Unreadable", "u"],
  ["TEMPORARY_TAG", "Temporary tag", "t"], ["NOT_A_VEHICLE", "Not a vehicle", "v"], ["EXEMPT", "Exempt", "e"],
];
const REASONS = {
  NO_PLATE_FOUND: "No plate was found", LOW_CONFIDENCE: "The reading is not sure enough",
  DOUBTFUL_CHARACTER: "One character is doubtful", LOOK_ALIKE: "A character has a look-alike",
  UNKNOWN_FORMAT: "No known plate format", RIVAL_PLATES: "More than one plate in the photo",
};

export function open(root, _, known) {
  const name = h("input", { value: localStorage.getItem("reviewer") ?? "", placeholder: "your name", maxlength: 64, autocomplete: "name", required: true });
  const remaining = h("span", { class: "soft" });
  const body = h("div", {});
  root.append(head("Review desk", "What the machine doubted, oldest first. Enter exactly what you see.", h("label", {}, "Reviewer", name)), body);
  let task = null;
  let image = null;
  let zoomed = false;
  let busy = false;
  let view = null;
  let asking = null;

  name.addEventListener("change", () => { localStorage.setItem("reviewer", name.value.trim()); next(); });

  async function next() {
    if (!name.value.trim()) {
      task = null;
      body.replaceChildren(h("div", { class: "card" }, empty("Who is reviewing?", h("p", {}, "Enter your name above; each photo is lent to one person at a time."))));
      name.focus();
      return;
    }
    const claimed = await post("/api/reviews/claim", { reviewer: name.value.trim() }).catch((e) => { toast(e.message, true); return undefined; });
    if (claimed === undefined) return;
    if (claimed === null) {
      task = null;
      view = null;
      body.replaceChildren(h("div", { class: "card" }, empty("Nothing to review", h("p", {}, "Every photo is decided. New ones appear here by themselves."))));
      return;
    }
    const loaded = await load(claimed.passage.photoUrl);
    task = claimed;
    image = loaded;
    zoomed = false;
    show();
  }

  function show() {
    const { passage } = task;
    const stage = h("canvas", { role: "img", "aria-label": `Photo from booth ${passage.boothId}` });
    const crop = h("canvas", { class: "crop", role: "img", "aria-label": "The part that OCR looked at" });
    const entry = h("input", { class: "entry", "aria-label": "Plate", maxlength: 12, autocomplete: "off", spellcheck: "false", autocapitalize: "characters", placeholder: "PLATE" });
    const issuer = h("select", {}, [["", "not known"], ["TX", "Texas"], ["OK", "Oklahoma"], ["NM", "New Mexico"], ["US", "other US"]].map(([v, t]) => h("option", { value: v }, t)));
    const error = h("p", { class: "error", role: "alert" });
    const lease = h("span", { class: "soft small" });
    view = { stage, crop, entry, error, lease, issuer };
    const box = passage.candidates[0]?.box ?? null;
    crop.hidden = !box;
    body.replaceChildren(h("div", { class: "desk" },
      h("div", { class: "stage" }, stage),
      h("section", { class: "card" },
        h("p", {}, h("b", {}, REASONS[task.reason] ?? task.reason)),
        h("p", { class: "soft small" }, task.why),
        h("p", { class: "soft small" }, `${passage.boothId} · ${when(passage.capturedAt)} · waiting since ${when(task.waitingSince)}`),
        spaced(crop),
        passage.candidates.length ? spaced(h("ul", { class: "choices" }, passage.candidates.slice(0, 9).map((c, i) => h("li", {},
          h("button", { type: "button", class: "quiet", onclick: () => resolve({ plate: c.plate }) },
            h("span", { class: "left" }, h("kbd", {}, String(i + 1)), plate(c.plate, c.characters)), h("span", { class: "soft" }, percent(c.confidence))))))) : null,
        spaced(h("form", { onsubmit: (e) => { e.preventDefault(); resolve({ plate: entry.value }); } },
          entry, spaced(h("div", { class: "row" }, h("label", {}, "Issued by", issuer), h("button", {}, "Enter plate"))))),
        error,
        h("div", { class: "rejects" }, REJECTS.map(([code, label, key]) => h("button", { type: "button", class: "quiet", onclick: () => resolve({ rejectCode: code }) }, label, h("kbd", {}, key)))),
        spaced(h("div", { class: "row" }, h("button", { type: "button", class: "quiet", onclick: skip }, "Give back ", h("kbd", {}, "s")), h("button", { type: "button", class: "quiet", onclick: zoom }, "Zoom ", h("kbd", {}, "z")), lease)),
        h("p", { class: "soft small" }, "Keys work outside the field: 1–9 choose, letters reject; / goes to the field, Esc leaves it."))));
    redraw();
    observer.disconnect();
    observer.observe(stage);
    tick();
  }

  const spaced = (element) => { element.style.marginTop = "12px"; return element; };

  function redraw() {
    if (!view || !task) return;
    const box = task.passage.candidates[0]?.box ?? null;
    draw(view.stage, image, { box, zoom: zoomed });
    if (box) draw(view.crop, image, { box, zoom: true });
  }
  const observer = new ResizeObserver(redraw);

  async function resolve(found) {
    if (!task || busy) return;
    busy = true;
    view.error.textContent = "";
    try {
      const body = { reviewer: name.value.trim(), ...found };
      if (found.plate !== undefined && view.issuer.value) body.jurisdiction = view.issuer.value;
      await post(`/api/reviews/${task.passage.id}/resolution`, body);
      toast(found.rejectCode ? "Closed without a bill." : "Plate entered; it is billed with the next export.");
      await next();
    } catch (e) {
      if (e.status === 409) {
        toast(e.message, true);
        await next();
      } else {
        view.error.textContent = e.message;
        view.entry.focus();
      }
    } finally {
      busy = false;
    }
  }

  async function skip() {
    if (!task || busy) return;
    await post(`/api/reviews/${task.passage.id}/release`, { reviewer: name.value.trim() });
    location.hash = "#/overview";
  }

  function zoom() {
    zoomed = !zoomed;
    redraw();
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !task) return;
    if (event.target.matches("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const candidate = task.passage.candidates[Number(event.key) - 1];
    const reject = REJECTS.find(([, , key]) => key === event.key);
    if (event.key >= "1" && event.key <= "9" && candidate) resolve({ plate: candidate.plate });
    else if (reject) resolve({ rejectCode: reject[0] });
    else if (event.key === "s") skip();
    else if (event.key === "z") zoom();
    else if (event.key === "/") { event.preventDefault(); view.entry.focus(); }
  }

  function tick() {
    if (!task || !view) return;
    const left = Math.round((new Date(task.leasedUntil) - Date.now()) / 1000);
    view.lease.textContent = left > 0 ? `yours for ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "your time is over; entering still works unless someone took it";
  }

  addEventListener("keydown", keys);
  const clock = setInterval(tick, 1000);
  next();
  return {
    overview: (o) => {
      if (!task && o.counts.review > 0 && name.value.trim() && !busy && !asking) {
        asking = next().finally(() => { asking = null; });
      }
    },
    leave: () => { removeEventListener("keydown", keys); clearInterval(clock); observer.disconnect(); },
  };
}
