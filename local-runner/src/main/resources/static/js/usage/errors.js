import { get, post } from "../api.js";
import { empty, h, table, toast } from "../dom.js";
import { follow } from "./follow.js";
import { size, waiting } from "./words.js";

/** What could not be processed; after the cause is mended it is tried again. */
export function errors() {
  const body = h("div", {}, waiting());
  const root = h("section", { class: "card" }, h("h2", {}, "Errors"), body);

  async function redrive(file, button) {
    button.disabled = true;
    try {
      const answer = await post("/api/usage/redrives", { file });
      toast("It is tried again.");
      follow(answer);
      await show();
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
        const button = h("button", { type: "button", class: "quiet", "aria-label": `Re-drive ${f.file}`, onclick: () => redrive(f.file, button) }, "Re-drive");
        return [h("span", { class: "mono small" }, f.file), f.enrollment, f.month, f.reason ?? "–", size(f.bytes), button];
      })) : empty("None", h("p", {}, "Every line of every report was processed.")));
  }

  const reload = () => show().catch((e) => body.replaceChildren(h("p", {}, e.message)));
  reload();
  return { root, reload };
}
