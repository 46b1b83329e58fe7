import { get } from "./api.js";
import { empty, h, head, toast, when } from "./dom.js";

export function open(root, [id]) {
  const body = h("div", {});
  root.append(head("Mailbox", "What customer service was mailed from this machine."), body);
  get("/api/mails").then(({ mails }) => {
    if (!mails.length) {
      body.replaceChildren(h("div", { class: "card" }, empty("No mails", h("p", {}, "A mail is sent when an export finds nothing, fails or is incomplete, and once more when that clears."))));
      return;
    }
    const shown = mails.find((m) => m.id === id) ?? mails[0];
    const list = h("ul", { class: "mails card" }, mails.map((m) => h("li", {},
      h("button", { type: "button", "aria-current": m === shown ? "true" : null, onclick: () => { location.hash = `#/mailbox/${encodeURIComponent(m.id)}`; } },
        h("b", {}, m.subject), h("br"), h("span", { class: "soft small" }, when(m.sentAt))))));
    list.style.padding = "0";
    list.style.overflow = "hidden";
    body.replaceChildren(h("div", { class: "mail" }, list,
      h("article", { class: "card" }, h("h1", {}, shown.subject), h("p", { class: "soft small" }, `to ${shown.to} · ${when(shown.sentAt)}`), h("hr"), h("pre", {}, shown.text))));
  }).catch((e) => toast(e.message, true));
  return {};
}
