// Draws the hourly chart again with uPlot, from the numbers of the visible table: a cursor by mouse, touch or keyboard.
"use strict";
(() => {
  const place = document.getElementById("graphe");
  const table = document.getElementById("donnees");
  if (!place || !table || typeof uPlot === "undefined") return;
  const rows = [...table.tBodies[0].rows];
  const hours = rows.map((row) => row.cells[0].textContent);
  const shown = rows.map((row) => row.cells[1].textContent);
  const values = rows.map((row) => row.cells[1].dataset.value === "" ? null : +row.cells[1].dataset.value);
  const system = matchMedia("(forced-colors: active)").matches;
  const ink = system ? "CanvasText" : "#1a1a1a";
  const fill = system ? "CanvasText" : "#004395";

  const say = document.createElement("p");
  say.className = "cursor";
  say.setAttribute("aria-live", "polite");
  const read = (index) => { say.textContent = index == null ? "" : `${hours[index]} : ${shown[index]}${values[index] == null ? "" : " " + place.dataset.unit}`; };

  const font = "14px system-ui, sans-serif";
  const french = document.documentElement.lang === "fr";
  const axis = { stroke: ink, font, grid: { stroke: "#d9d9d9", width: 1 }, ticks: { stroke: "#d9d9d9", width: 1 } };
  const options = () => ({
    width: place.clientWidth, height: 260, legend: { show: false },
    scales: { x: { time: false, range: [-0.6, hours.length - 0.4] }, y: { range: (u, low, high) => [0, high > 0 ? high * 1.08 : 1] } },
    axes: [
      { ...axis, grid: { show: false }, splits: () => hours.map((_, i) => i).filter((i) => i % (place.clientWidth < 500 ? 6 : 3) === 0), values: (u, at) => at.map((i) => hours[i]) },
      { ...axis, size: 56, values: (u, at) => at.map((v) => french ? String(v).replace(".", ",") : String(v)) },
    ],
    series: [{}, { stroke: fill, fill, paths: uPlot.paths.bars({ size: [0.76, 48] }), points: { show: false } }],
    cursor: { drag: { x: false, y: false }, y: false },
    hooks: { setCursor: [(u) => read(u.cursor.idx)] },
  });
  place.replaceChildren();
  let plot = new uPlot(options(), [hours.map((_, i) => i), values], place);
  const dress = () => {
    const canvas = plot.root.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", place.dataset.name);
  };
  dress();
  place.after(say);

  place.tabIndex = 0;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", place.dataset.name);
  let at = -1;
  place.addEventListener("keydown", (event) => {
    const last = hours.length - 1;
    const next = { ArrowRight: Math.min(last, at + 1), ArrowLeft: Math.max(0, at - 1), Home: 0, End: last }[event.key];
    if (event.key === "Escape") { at = -1; plot.setCursor({ left: -10, top: -10 }); read(null); return; }
    if (next === undefined) return;
    event.preventDefault();
    at = next;
    plot.setCursor({ left: plot.valToPos(at, "x"), top: 10 });
    read(at);
  });
  let width = place.clientWidth;
  addEventListener("resize", () => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    plot.setSize({ width, height: 260 });
  });
})();

// Keeps the officer's running day alive. The page is complete without it.
(() => {
  const zone = document.querySelector("[data-days]");
  if (!zone) return;
  let stream = null;
  const close = () => { if (stream) { stream.close(); stream = null; } };
  const open = () => {
    close();
    stream = new EventSource(zone.dataset.days);
    stream.addEventListener("day", (event) => {
      const day = JSON.parse(event.data);
      for (const row of zone.querySelectorAll("[data-building]")) {
        if (row.dataset.building !== day.id) continue;
        for (const part of ["energy", "carbon", "baseLoad", "deviation"]) {
          const cell = row.querySelector(`[data-part=${part}]`);
          if (cell && cell.textContent !== day[part]) cell.textContent = day[part];
        }
      }
    });
    stream.onerror = () => { if (stream && stream.readyState === EventSource.CLOSED) { close(); setTimeout(open, 5000); } };
  };
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
  if (!document.hidden) open();
})();
