// Keeps the officer's running day alive. The page is complete without it.
"use strict";
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
