/** Builds elements; text is always text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const number = (value) => new Intl.NumberFormat("en-US").format(value);

export function when(instant) {
  if (!instant) return "–";
  const time = new Date(instant);
  const day = time.toDateString() === new Date().toDateString() ? "" : time.toISOString().slice(0, 10) + " ";
  return day + time.toISOString().slice(11, 19) + " UTC";
}

export function between(from, to) {
  if (!from || !to) return "–";
  const ms = new Date(to) - new Date(from);
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export const STATES = [
  ["received", "Received"], ["inOcr", "In OCR"], ["review", "To review"], ["billable", "Billable"],
  ["unbillable", "Unbillable"], ["exported", "Exported"], ["failed", "Failed"],
];
export const stateName = (state) =>
  Object.fromEntries(STATES)[state === "IN_OCR" ? "inOcr" : state.toLowerCase()] ?? state;

export const stateTag = (state) =>
  h("span", { class: "tag" }, h("i", { class: "dot " + state.toLowerCase() }), stateName(state));

/** A plate; characters that OCR doubts are marked, never changed. */
export function plate(text, characters = []) {
  if (!text) return h("span", { class: "plate none" }, "no plate");
  const letters = [...text].map((letter, i) =>
    characters[i] && (characters[i].confidence < 0.9 || characters[i].rivals.some((r) => r.confidence > 0.1))
      ? h("span", { class: "doubtful", title: doubt(characters[i]) }, letter)
      : letter);
  return h("span", { class: "plate" }, letters);
}

function doubt(character) {
  const rivals = character.rivals.map((r) => r.value).join(", ");
  return `${Math.round(character.confidence * 100)} % sure` + (rivals ? `; might be ${rivals}` : "");
}

export const percent = (value) => (value === null || value === undefined ? "–" : (value * 100).toFixed(1) + " %");

export function toast(message, bad = false) {
  const note = h("div", { class: bad ? "toast bad" : "toast" }, message);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), 6000);
}

export const head = (title, text, ...actions) =>
  h("div", { class: "head" }, h("div", {}, h("h1", {}, title), text ? h("p", {}, text) : null),
    actions.length ? h("div", { class: "row" }, actions) : null);

export const empty = (title, ...text) => h("div", { class: "empty" }, h("h2", {}, title), ...text);

/** A table whose rows become labelled blocks on a narrow screen. */
export function table(columns, rows) {
  return h("div", { class: "scroll" }, h("table", { class: "stack" },
    h("thead", {}, h("tr", {}, columns.map(([label, kind]) => h("th", { class: kind, scope: "col" }, label)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, i) =>
      h("td", { class: columns[i][1], "data-label": columns[i][0] }, cell)))))));
}
