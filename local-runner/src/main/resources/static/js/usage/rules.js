import { get, post } from "../api.js";
import { h, table, toast, when } from "../dom.js";
import { money } from "./words.js";

const EXAMPLE = `rules:
  - name: our own pipeline
    when: {tag: system=tollbooth}
    charge: Tolling
  - name: as the line says
    charge: "{costCenter}"
`;

/** The rules file: tried on the month, kept as a version, applied. */
export function rules(place, applied) {
  const text = h("textarea", { rows: 14, spellcheck: "false", class: "mono", maxlength: 1000000 });
  const error = h("p", { class: "error", role: "alert" });
  const effect = h("div", { "aria-live": "polite" });
  const history = h("div", {});
  const preview = h("button", { type: "button", onclick: () => act(preview, tryOut) }, "Preview on this month");
  const keep = h("button", { type: "button", class: "quiet", onclick: () => act(keep, propose) }, "Keep as a new version");
  const root = h("section", { class: "card" }, h("h2", {}, "Rules"),
    h("p", { class: "soft small" }, "First match wins. A preview changes nothing; a version counts once it is applied."),
    h("label", {}, "Rules file (YAML)", text), error, h("div", { class: "row" }, preview, place.ofAll ? keep : null), effect, history);
  let loaded = false;

  async function act(button, action) {
    error.textContent = "";
    button.disabled = true;
    try {
      await action();
    } catch (e) {
      error.textContent = e.message;
    } finally {
      button.disabled = false;
    }
  }

  async function tryOut() {
    const { differences, after } = await post("/api/usage/chargeback/preview", { text: text.value, month: place.month, enrollment: place.enrollment || null });
    const left = after.shares.filter((s) => s.target === "unallocated");
    effect.replaceChildren(h("div", { class: "spaced" },
      h("p", {}, differences.length ? `For ${place.month} these would pay other amounts:` : `For ${place.month} nothing would change.`,
        left.length ? [" Still unallocated: ", ...left.flatMap((s, i) => [i ? ", " : "", money(s.amount, s.currency)]), "."] : " Nothing would be unallocated."),
      differences.length ? table([["Cost centre or department"], ["Now", "num"], ["Then", "num"], ["Change", "num"]],
        differences.map((d) => [d.target, money(d.before, d.currency), money(d.after, d.currency), money(d.change, d.currency)])) : null));
  }

  async function propose() {
    const version = await post("/api/usage/chargeback/rules", { text: text.value });
    toast(`Kept as version ${version.version}. It does not count before it is applied.`);
    await show();
  }

  async function apply(version) {
    await post(`/api/usage/chargeback/rules/${version}/apply`);
    toast(`Version ${version} is applied.`);
    effect.replaceChildren();
    await show();
    await applied();
  }

  async function show() {
    const { current, history: events } = await get("/api/usage/chargeback/rules");
    if (!loaded) text.value = current?.text ?? EXAMPLE;
    loaded = true;
    const versions = [...new Set(events.map((e) => e.version))].sort((a, b) => b - a);
    history.replaceChildren(...(versions.length ? [h("h2", { class: "spaced" }, "Versions"),
      table([["Version"], ["What was done"], [""]], versions.map((version) => [
        h("span", {}, String(version), version === current?.version ? h("span", { class: "tag state left" }, h("i", { class: "dot billable" }), "current") : null),
        h("span", { class: "two" }, events.filter((e) => e.version === version).map((e) => h("span", { class: "small" }, `${e.kind === "APPLIED" ? "applied" : "kept"} ${when(e.at)}${e.by ? ` by ${e.by}` : ""}`))),
        version === current?.version || !place.ofAll ? "" : button(version)]))] : []));
  }

  function button(version) {
    const element = h("button", { type: "button", class: "quiet", onclick: () => act(element, () => apply(version)) }, `Apply version ${version}`);
    return element;
  }

  show().catch((e) => { error.textContent = e.message; });
  return root;
}
