/** Chart.js, loaded when the first chart is drawn. */
let loading = null;
const library = () => (loading ??= new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = "/webjars/chart.js/dist/chart.umd.js";
  script.onload = () => resolve(window.Chart);
  script.onerror = () => reject(new Error("The chart library could not be loaded."));
  document.head.append(script);
}));

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * Draws a chart and draws it anew when the colours change; `config` is asked each time. Returns what ends it.
 */
export function chart(canvas, config) {
  let drawn = null;
  let ended = false;
  const draw = async () => {
    const Chart = await library();
    if (ended) return;
    drawn?.destroy();
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.color = colour("--soft");
    Chart.defaults.borderColor = colour("--line");
    drawn = new Chart(canvas, config(colour));
    canvas.dataset.drawn = "true";
  };
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", draw);
  draw().catch(() => canvas.replaceWith(document.createTextNode("The chart could not be drawn; the table says the same.")));
  return () => {
    ended = true;
    theme.disconnect();
    scheme.removeEventListener("change", draw);
    drawn?.destroy();
  };
}
