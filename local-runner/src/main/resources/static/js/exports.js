import { get, post } from "./api.js";
import { empty, h, head, number, table, toast, when } from "./dom.js";

export function open(root) {
  const button = h("button", { type: "button", onclick: run }, "Export now");
  const body = h("section", { class: "card" });
  root.append(head("Exports", "One CSV file and its manifest for each window. A file is here whole or not at all.", button), body);

  async function show() {
    const { exports } = await get("/api/exports");
    body.replaceChildren(exports.length ? table(
      [["File"], ["Window"], ["Rows", "num"], ["SHA-256"], ["Published"], [""]],
      exports.map((e) => [
        h("span", { class: "mono" }, e.file),
        `${when(e.window.from)} – ${when(e.window.to)}`,
        number(e.rows),
        h("button", { type: "button", class: "quiet small mono", title: e.sha256, onclick: () => navigator.clipboard.writeText(e.sha256).then(() => toast("SHA-256 copied.")) }, e.sha256.slice(0, 12) + "… copy"),
        when(e.publishedAt),
        h("span", { class: "row" }, h("a", { href: `/api/exports/${e.file}` }, "CSV"), h("a", { href: `/api/exports/${e.file.replace(/\.csv$/, ".manifest.json")}` }, "manifest")),
      ])) : empty("No exports yet", h("p", {}, "Each hour everything new is exported. You need not wait: export now.")));
  }

  async function run() {
    button.disabled = true;
    try {
      const outcome = await post("/api/exports");
      toast(outcome.message, outcome.status === "FAILED" || outcome.status === "PARTLY_EXPORTED");
      await show();
    } catch (e) {
      toast(e.message, true);
    } finally {
      button.disabled = false;
    }
  }

  show().catch((e) => toast(e.message, true));
  return {};
}
