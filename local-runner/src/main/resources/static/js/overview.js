import { get, post, remove } from "./api.js";
import { empty, h, head, number, plate, STATES, stateTag, toast, when } from "./dom.js";

const NEWEST = 12;

export function open(root, _, known) {
  const body = h("div", { class: "grid" });
  root.append(head("Overview", "Every photo is in exactly one place; the places add up to all photos."), body);
  let parts = null;
  let shown = [];

  function overview(now) {
    if (now.counts.total === 0 && !now.simulator.running) {
      parts = null;
      body.replaceChildren(welcome(now));
      return;
    }
    if (!parts) {
      parts = build(now);
      body.replaceChildren(...parts.cards);
      get(`/api/passages?limit=${NEWEST}`).then((page) => { shown = page.passages; parts?.passages(shown); });
    }
    parts.update(now);
  }

  function passage(changed) {
    const rest = shown.filter((p) => p.id !== changed.id);
    shown = [...rest, changed].sort((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id.localeCompare(a.id)).slice(0, NEWEST);
    parts?.passages(shown);
  }

  if (known) overview(known);
  else get("/api/overview").then(overview).catch((error) => toast(error.message, true));
  return { overview, passage };
}

const startButton = (label, kind) => h("button", { type: "button", class: kind, onclick: () =>
  post("/api/simulator", { photosPerMinute: 60, curve: "STEADY", booths: 3, photos: null })
    .then(() => toast("The booths are uploading.")).catch((e) => toast(e.message, true)) }, label);

function welcome(now) {
  return h("section", { class: "card span12" }, empty("No photos yet",
    h("p", {}, "Give TollBooth something to read. Any of these will do:"),
    h("ol", { class: "steps" },
      h("li", {}, "Drop photos into a booth's folder: ", h("code", {}, `${now.photosFolder}/{boothId}/`)),
      h("li", {}, "Upload one: ", h("code", {}, `curl -T car.jpg ${location.origin}/api/photos/booth-1/car.jpg`)),
      h("li", {}, "Start it on a folder you have: ", h("code", {}, "./tollbooth run --photos DIR")),
      h("li", {}, "Or let simulated booths upload photos they draw:")),
    startButton("Start the booth simulator", "big")));
}

function build(now) {
  const total = h("b", {}, "0");
  const segments = STATES.map(([id]) => h("i", { class: id }));
  const numbers = STATES.map(() => h("b", {}, "0"));
  const sum = h("span", { class: "soft" });
  const counts = h("section", { class: "card span12", "aria-label": "Photos" },
    h("div", { class: "total" }, total, sum),
    h("div", { class: "bar", "aria-hidden": "true" }, segments),
    h("ul", { class: "counts" }, STATES.map(([id, label], i) => h("li", {},
      h("a", { href: id === "review" ? "#/review" : id === "failed" ? "#/letters" : `#/passages/${(id === "inOcr" ? "received" : id).toUpperCase()}` },
        h("span", {}, h("i", { class: "dot " + id }), label), numbers[i])))));

  const banner = h("div", { class: "span12", hidden: true });
  const rate = h("div", { class: "big-number" });
  const spark = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  spark.setAttribute("class", "spark");
  spark.setAttribute("viewBox", "0 0 300 64");
  spark.setAttribute("preserveAspectRatio", "none");
  spark.setAttribute("role", "img");
  const throughput = h("section", { class: "card span4" }, h("h2", {}, "Decided per minute"), rate, spark,
    h("p", { class: "soft small" }, "the last 30 minutes"));

  const facts = h("dl", { class: "facts" });
  const exporting = h("section", { class: "card span4" }, h("h2", {}, "Export"), facts);

  const scores = h("dl", { class: "facts" });
  const simulate = h("div", { class: "row" });
  const simulator = h("section", { class: "card span4" }, h("h2", {}, "Booth simulator"), scores, simulate);
  scores.style.marginBottom = "14px";

  const list = h("ul", { class: "passages" });
  const recent = h("section", { class: "span12" }, h("div", { class: "head" }, h("h2", {}, "Newest passages"), h("a", { href: "#/passages" }, "all passages")), list);
  recent.style.display = "grid";
  recent.style.gap = "12px";

  const fact = (name, value) => [h("dt", {}, name), h("dd", {}, value)];
  let running = null;

  function update(o) {
    const c = o.counts;
    total.textContent = number(c.total);
    sum.textContent = c.total === 1 ? "photo" : "photos";
    STATES.forEach(([id], i) => { numbers[i].textContent = number(c[id]); segments[i].style.flexGrow = c[id]; });
    rate.textContent = o.photosPerMinute.toFixed(1);
    bars(spark, o.throughput);
    facts.replaceChildren(
      ...fact("Next", when(o.nextExportAt)),
      ...fact("Last", o.lastExport ? `${o.lastExport.status === "EXPORTED" ? number(o.lastExport.rows) + " rows" : o.lastExport.status === "NO_DATA" ? "no data" : "failed"}` : "none yet"),
      ...fact("Ended", when(o.lastExport?.at)),
      ...fact("Waiting", `${number(c.billable)} billable`));
    const a = o.accuracy;
    scores.replaceChildren(
      ...fact("Uploaded", number(o.simulator.uploaded)),
      ...(a ? [...fact("Read exactly", `${((100 * a.exact) / a.scored).toFixed(1)} % of ${number(a.scored)}`),
        ...fact("Accepted", `${((100 * a.accepted) / a.scored).toFixed(1)} %`),
        ...fact("Accepted wrongly", number(a.acceptedWrong))] : fact("Accuracy", "no photo with known truth")));
    if (running !== o.simulator.running) {
      running = o.simulator.running;
      simulate.replaceChildren(running
        ? h("button", { type: "button", class: "quiet", onclick: () => remove("/api/simulator").then(() => toast("The booths have stopped.")) }, "Stop")
        : startButton("Start", "quiet"));
    }
    const notes = [];
    if (o.ocr.state === "DOWN") notes.push(h("p", { class: "banner" }, `The OCR engine is not available. Photos wait, none is lost; next try at ${when(o.ocr.retryAt)}.`));
    for (const lasting of o.conditions) notes.push(h("p", { class: lasting.condition === "NO_DATA" ? "banner" : "banner bad" }, `${WORDS[lasting.condition]} Since ${when(lasting.since)}; customer service was mailed.`));
    banner.hidden = notes.length === 0;
    banner.replaceChildren(...notes);
  }
  update(now);
  return {
    cards: [counts, banner, throughput, exporting, simulator, recent],
    update,
    passages: (all) => list.replaceChildren(...all.map(card)),
  };
}

const WORDS = {
  NO_DATA: "The last export found nothing to bill.",
  EXPORT_FAILED: "The last export failed.",
  PARTLY_EXPORTED: "The last export was incomplete.",
};

function bars(svg, minutes) {
  const most = Math.max(1, ...minutes.map((m) => m.photos));
  svg.setAttribute("aria-label", `Photos decided in each of the last ${minutes.length} minutes, at most ${most}`);
  svg.replaceChildren(...minutes.map((m, i) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const height = m.photos ? Math.max(2, (60 * m.photos) / most) : 1;
    Object.entries({ x: i * 10 + 1, y: 64 - height, width: 8, height, rx: 1 }).forEach(([k, v]) => rect.setAttribute(k, v));
    return rect;
  }));
}

export function card(passage) {
  const best = passage.plate ?? passage.candidates[0]?.plate;
  return h("li", {}, h("a", { class: "passage", href: `#/passages/id/${passage.id}` },
    passage.state === "FAILED" ? h("span", { class: "ph" }) : h("img", { src: passage.photoUrl, alt: `Photo from booth ${passage.boothId}`, loading: "lazy" }),
    h("div", {},
      passage.state === "RECEIVED" ? h("span", { class: "plate none" }, "reading") : plate(best, passage.plate ? [] : passage.candidates[0]?.characters ?? []),
      stateTag(passage.state),
      h("span", { class: "soft small" }, `${passage.boothId} · ${when(passage.capturedAt ?? passage.receivedAt)}`))));
}
