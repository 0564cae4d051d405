// Shows an alarm that the town's server sent. Repeats of the same alarm replace each other.
"use strict";
addEventListener("push", (event) => {
  const told = event.data ? event.data.json() : {};
  event.waitUntil(registration.showNotification(told.title || "Alarme", {
    body: told.body || "", tag: told.tag || "alarmes", requireInteraction: told.urgent === true, icon: "/icon.svg", data: { link: told.link || "/alarmes" },
  }));
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(event.notification.data.link));
});
