// Keeps a technician's page alive: values, ages, the order's progress. The page is complete without it.
"use strict";
(() => {
  // A copy for when the network is gone; the page's policy wants addresses of scripts to be vouched for.
  if ("serviceWorker" in navigator) {
    const own = window.trustedTypes ? trustedTypes.createPolicy("technicien", { createScriptURL: () => "/technicien-worker.js" }).createScriptURL("") : "/technicien-worker.js";
    navigator.serviceWorker.register(own, { scope: "/" }).catch(() => {});
  }

  // Without a link nothing can be sent: what sends is switched off, with the reason above it, and comes back with the link.
  const copy = document.body.dataset.offline === "true";
  const allow = (yes) => {
    if (copy) return;
    for (const button of document.querySelectorAll("main form[method=post] button")) button.disabled = !yes;
  };
  const notice = document.getElementById("liaison");
  const gone = () => { allow(false); if (notice) { notice.textContent = notice.dataset.lost; notice.hidden = false; } };
  addEventListener("offline", gone);
  addEventListener("online", () => { if (!document.querySelector("[data-live]")) { allow(true); if (notice) notice.hidden = true; } });
  if (!navigator.onLine) gone();

  const zone = document.querySelector("[data-live]");
  if (!zone) return;
  const french = document.documentElement.lang === "fr";
  const hard = "\u00a0";
  const lost = notice;
  const clock = { town: +document.body.dataset.now, here: performance.now(), speed: +document.body.dataset.speed };
  let stream = null;
  const state = document.getElementById("etat");
  const hour = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const now = () => clock.town + (performance.now() - clock.here) * clock.speed;

  const age = (ms) => {
    const s = Math.max(0, Math.floor(ms / 1000));
    const span = s < 60 ? s + hard + "s" : s < 7200 ? Math.floor(s / 60) + hard + "min"
      : s < 172800 ? Math.floor(s / 3600) + hard + "h" : Math.floor(s / 86400) + hard + (french ? "j" : "d");
    return french ? "il" + hard + "y" + hard + "a" + hard + span : span + hard + "ago";
  };
  const put = (node, text) => { if (node && node.textContent !== text) node.textContent = text; };

  const ages = () => {
    if (state && stream && stream.readyState === EventSource.OPEN) put(state, state.dataset.alive.replace("{0}", hour.format(now())));
    for (const node of document.querySelectorAll(".reading")) {
      const at = +node.dataset.at;
      if (!at) continue;
      const old = now() - at;
      put(node.querySelector("small"), age(old));
      node.classList.toggle("old", old > +node.dataset.old * 1000);
    }
  };

  const show = (view) => {
    for (const box of document.querySelectorAll("[data-boiler]")) {
      if (box.dataset.boiler !== view.key) continue;
      box.dataset.urgency = view.urgency;
      put(box.querySelector("[data-part=word]"), view.word);
      put(box.querySelector("[data-part=sentence]"), view.sentence);
      for (const figure of view.figures) {
        const node = box.querySelector(`[data-figure=${figure.name}]`);
        if (!node) continue;
        put(node.querySelector("strong"), figure.text);
        node.dataset.at = figure.at;
        node.dataset.old = figure.old;
      }
      const follow = box.querySelector("[data-part=order]");
      if (follow) {
        follow.closest("section").hidden = view.order === "";
        put(follow, view.orderText);
      }
      const release = box.querySelector("[data-part=release]");
      if (release) { release.hidden = !view.held; release.elements["Form.Ordre"].value = view.held; }
      put(box.querySelector("[data-part=programme]"), view.programme);
      const author = box.querySelector("[data-part=author]");
      if (author) { author.hidden = !view.author; put(author, view.author); }
      const holder = box.querySelector("[data-part=holder]");
      if (holder) { holder.hidden = !view.holder || view.holderName === box.dataset.me; put(holder, view.holder); }
      const mine = box.querySelector("[data-part=mine]");
      if (mine) { mine.hidden = !view.holderYou || view.holderName !== box.dataset.me; put(mine, view.holderYou); }
    }
    for (const box of document.querySelectorAll("[data-cascade]")) {
      if (box.dataset.cascade !== view.key) continue;
      put(box.querySelector("[data-part=lead]"), view.cascadeLead);
      put(box.querySelector("[data-part=count]"), view.cascadeCount);
    }
    ages();
  };

  const close = () => { if (stream) { stream.close(); stream = null; } };
  const open = () => {
    close();
    stream = new EventSource(zone.dataset.live);
    stream.addEventListener("pulse", (event) => {
      const pulse = JSON.parse(event.data);
      clock.town = pulse.now; clock.speed = pulse.speed; clock.here = performance.now();
      lost.hidden = true;
      allow(true);
      if (state) state.hidden = false;
    });
    stream.addEventListener("boiler", (event) => show(JSON.parse(event.data)));
    stream.addEventListener("counts", (event) => put(document.querySelector("[data-part=counts]"), JSON.parse(event.data)));
    stream.onerror = () => {
      gone();
      if (state) state.hidden = true;
      if (stream && stream.readyState === EventSource.CLOSED) { close(); setTimeout(open, 3000); }
    };
  };
  // A phone freezes sockets of a hidden page: let go, and take a fresh picture when it is looked at again.
  document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  addEventListener("pagehide", close);
  setInterval(ages, 1000);
  open();

  // − and + without a round trip.
  const form = document.querySelector("form.order");
  if (form) {
    const field = form.querySelector("#valeur");
    for (const button of form.querySelectorAll(".stepper button")) {
      button.type = "button";
      button.addEventListener("click", () => {
        const typed = parseFloat(field.value.replace(",", "."));
        const start = Number.isFinite(typed) ? typed : +form.dataset.min;
        const value = Math.min(+form.dataset.max, Math.max(+form.dataset.min, start + +button.value));
        field.value = french ? value.toFixed(1).replace(".", ",") : value.toFixed(1);
      });
    }
  }
})();
