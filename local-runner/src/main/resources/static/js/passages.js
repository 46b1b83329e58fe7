import { get } from "./api.js";
import { empty, h, head, percent, plate, stateName, stateTag, toast, when } from "./dom.js";
import { card } from "./overview.js";
import { draw, load } from "./photo.js";

const FILTERS = ["", "RECEIVED", "REVIEW", "BILLABLE", "UNBILLABLE", "EXPORTED", "FAILED"];
const SOURCES = { METADATA: "told by the booth", EXIF: "from the camera (EXIF)", NAME: "from the file name", UPLOAD: "the upload time" };

export function open(root, [filter = "", id]) {
  return filter === "id" ? detail(root, id) : list(root, FILTERS.includes(filter) ? filter : "");
}

function list(root, filter) {
  const select = h("select", { onchange: (e) => { location.hash = e.target.value ? `#/passages/${e.target.value}` : "#/passages"; } },
    FILTERS.map((state) => h("option", { value: state, selected: state === filter }, state ? stateName(state) : "All")));
  const items = h("ul", { class: "passages" });
  const more = h("button", { type: "button", class: "quiet", hidden: true }, "Show more");
  root.append(head("Passages", "Newest first.", h("label", {}, "State", select)), items, h("div", {}, more));
  let next = null;
  const fetchPage = async () => {
    const page = await get(`/api/passages?limit=48${filter ? `&state=${filter}` : ""}${next ? `&before=${next}` : ""}`);
    items.append(...page.passages.map(card));
    next = page.next;
    more.hidden = !next;
    if (!items.children.length) items.replaceWith(h("div", { class: "card" }, empty("No such passages", h("p", {}, "Nothing is in this state now."))));
  };
  more.addEventListener("click", () => fetchPage().catch((e) => toast(e.message, true)));
  fetchPage().catch((e) => toast(e.message, true));
  return {};
}

function detail(root, id) {
  const canvas = h("canvas", { role: "img", "aria-label": "The photo" });
  canvas.style.width = "100%";
  canvas.style.height = "100%";
  const facts = h("dl", { class: "facts" });
  const title = head("Passage");
  const candidates = h("div", {});
  root.append(title, h("div", { class: "grid" },
    h("div", { class: "detail span8" }, canvas),
    h("section", { class: "card span4" }, h("h2", {}, "What is known"), facts, candidates)));
  let image = null;
  let box = null;
  const redraw = () => draw(canvas, image, { box });
  const observer = new ResizeObserver(redraw);
  observer.observe(canvas);

  async function show(passage) {
    const fact = (name, value) => (value === null || value === undefined ? [] : [h("dt", {}, name), h("dd", {}, value)]);
    facts.replaceChildren(
      ...fact("State", stateTag(passage.state)),
      ...fact("Plate", passage.plate ? plate(passage.plate) : null),
      ...fact("Issued by", passage.jurisdiction),
      ...fact("Confidence", passage.confidence === null ? null : percent(passage.confidence)),
      ...fact("Read by", passage.source === "MANUAL" ? "a person" : passage.source ? "the machine" : null),
      ...fact("Why", passage.why),
      ...fact("Booth", passage.boothId),
      ...fact("Captured", passage.capturedAt ? `${when(passage.capturedAt)}, ${SOURCES[passage.capturedAtSource]}` : null),
      ...fact("Received", when(passage.receivedAt)),
      ...fact("Decided", passage.decidedAt ? when(passage.decidedAt) : null),
      ...fact("Photo", h("a", { href: passage.photoUrl, class: "mono" }, passage.photoPath)),
      ...fact("Id", h("span", { class: "mono" }, passage.id)));
    candidates.replaceChildren(...(passage.candidates.length ? [h("h2", { class: "soft" }, "What OCR saw"),
      h("ul", { class: "choices" }, passage.candidates.map((c) => h("li", { class: "row" }, plate(c.plate, c.characters), h("span", { class: "soft" }, percent(c.confidence)))))] : []));
    candidates.style.marginTop = passage.candidates.length ? "18px" : "0";
    box = passage.candidates[0]?.box ?? null;
    image ??= await load(passage.photoUrl);
    redraw();
  }
  get(`/api/passages/${encodeURIComponent(id)}`).then(show)
    .catch((e) => root.replaceChildren(h("div", { class: "card" }, empty("Not found", h("p", {}, e.message)))));
  return { passage: (p) => p.id === id && show(p), leave: () => observer.disconnect() };
}
