// Fetches the list of alarms again when it has changed. The page is complete without it.
"use strict";
(() => {
  const zone = document.querySelector("[data-alarms]");
  if (!zone) return;
  const lost = document.getElementById("liaison");
  let stream = null;
  const close = () => { if (stream) { stream.close(); stream = null; } };
  const open = () => {
    close();
    stream = new EventSource(zone.dataset.alarms);
    stream.addEventListener("pulse", () => { if (lost.textContent === lost.dataset.lost) lost.hidden = true; });
    // Nobody is moved away from what they are at: the list is fetched anew by itself only while nothing on it is in use.
    stream.addEventListener("alarms", () => {
      if (document.activeElement === document.body || document.activeElement === null) { close(); location.reload(); return; }
      lost.textContent = lost.dataset.changed;
      lost.hidden = false;
    });
    stream.onerror = () => {
      lost.textContent = lost.dataset.lost;
      lost.hidden = false;
      if (stream && stream.readyState === EventSource.CLOSED) { close(); setTimeout(open, 3000); }
    };
  };
  // A phone freezes sockets of a hidden page: let go, and take a fresh list when it is looked at again.
  document.addEventListener("visibilitychange", () => document.hidden ? close() : location.reload());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  addEventListener("pagehide", close);
  open();
})();
