import { get, post } from "../api.js";
import { empty, h, table, toast } from "../dom.js";
import { size, waiting } from "./words.js";

/** What could not be processed; after the cause is mended it is tried again. */
export function errors(redriven) {
  const body = h("div", {}, waiting());
  const root = h("section", { class: "card" }, h("h2", {}, "Errors"), body);

  async function redrive(file, button) {
    button.disabled = true;
    try {
      await post("/api/usage/redrives", { file });
      toast("It is tried again.");
      await show();
      await redriven();
    } catch (e) {
      toast(e.message, true);
    } finally {
      button.disabled = false;
    }
  }

  async function show() {
    const { errors: files } = await get("/api/usage/errors");
    body.replaceChildren(files.length ? table([["File"], ["Enrollment"], ["Month"], ["Why"], ["Size", "num"], [""]],
      files.map((f) => {
        const button = h("button", { type: "button", class: "quiet", onclick: () => redrive(f.file, button) }, "Re-drive");
        return [h("span", { class: "mono small" }, f.file), f.enrollment, f.month, f.reason ?? "–", size(f.bytes), button];
      })) : empty("None", h("p", {}, "Every line of every report was processed.")));
  }

  show().catch((e) => body.replaceChildren(h("p", { class: "soft" }, e.message)));
  return root;
}
