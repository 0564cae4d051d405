// Lets a browser be told of alarms. Hidden where there is no script; says so where the browser cannot.
"use strict";
(() => {
  const box = document.getElementById("appareil");
  if (!box) return;
  box.hidden = false;
  const say = (text) => { document.getElementById("etat").textContent = text; };
  const start = document.getElementById("prevenir"), stop = document.getElementById("taire");
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) { start.hidden = true; say(box.dataset.none); return; }
  // The page's policy wants addresses of scripts to be vouched for: there is one, and it is ours.
  const own = window.trustedTypes ? trustedTypes.createPolicy("push", { createScriptURL: () => "/push-worker.js" }).createScriptURL("") : "/push-worker.js";
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/") + "===".slice((text.length + 3) % 4)), (c) => c.charCodeAt(0));
  const send = (method, subscription) => fetch("/alarmes/appareil", {
    method, headers: { "Content-Type": "application/json", RequestVerificationToken: box.dataset.token }, body: JSON.stringify(subscription),
  }).then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); });
  const show = (on) => { start.hidden = on; stop.hidden = !on; };

  const registered = navigator.serviceWorker.register(own, { scope: "/alarmes/" });
  registered.then((worker) => worker.pushManager.getSubscription()).then((now) => show(now !== null)).catch(() => say(box.dataset.none));
  start.addEventListener("click", async () => {
    try {
      if (await Notification.requestPermission() !== "granted") { say(box.dataset.denied); return; }
      const subscription = await (await registered).pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(box.dataset.pushKey) });
      await send("POST", subscription);
      show(true); say(box.dataset.done);
    } catch (wrong) { say(box.dataset.none + " (" + wrong.message + ")"); }
  });
  stop.addEventListener("click", async () => {
    try {
      const subscription = await (await registered).pushManager.getSubscription();
      if (subscription) { await send("DELETE", subscription); await subscription.unsubscribe(); }
      show(false); say(box.dataset.stopped);
    } catch (wrong) { say(wrong.message); }
  });
})();
