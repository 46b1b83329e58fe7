import { get, post } from "./api.js";
import { empty, h, head, number, table, toast, when } from "./dom.js";

export function open(root) {
  const all = h("button", { type: "button", hidden: true, onclick: () => replay({}) }, "Replay all");
  const body = h("section", { class: "card" });
  root.append(head("Dead letters", "Messages that could not be processed, with the reason. Replaying sends them on their way again as if new.", all), body);
  let failed = null;

  async function show() {
    const { total, deadLetters } = await get("/api/dead-letters?limit=100");
    all.hidden = total === 0;
    all.textContent = `Replay all ${number(total)}`;
    body.replaceChildren(deadLetters.length ? table(
      [["Photo"], ["Reason"], ["Step"], ["Attempts", "num"], ["Since"], [""]],
      deadLetters.map((d) => [
        h("a", { href: `#/passages/id/${d.passageId}`, class: "mono" }, d.photoPath ?? d.passageId),
        d.reason, d.subscriber, String(d.attempts), when(d.failedAt),
        h("button", { type: "button", class: "quiet", onclick: () => replay({ ids: [d.id] }) }, "Replay"),
      ])) : empty("No dead letters", h("p", {}, "Every message was processed.")));
  }

  async function replay(which) {
    try {
      const { replayed } = await post("/api/dead-letters/replay", which);
      toast(`${number(replayed)} sent again.`);
    } catch (e) {
      toast(e.message, true);
    }
    await show();
    // One that fails again at once is back before the live stream has seen it leave.
    setTimeout(() => body.isConnected && show(), 1500);
  }

  show().catch((e) => toast(e.message, true));
  return {
    overview: (o) => {
      if (failed !== null && failed !== o.counts.failed) show();
      failed = o.counts.failed;
    },
  };
}
