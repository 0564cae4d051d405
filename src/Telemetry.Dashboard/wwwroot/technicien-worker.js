// Keeps a readable copy of the technician's pages for when the network is gone. It never keeps an order, and never sends one later.
"use strict";
const files = "files-1", pages = "pages-1";
const patience = 4000;
const kept = /^\/(en\/)?(chaufferies|alarmes)(\/|$)/;
const signing = /^\/(en\/)?(connexion|deconnexion)$/;
const french = (url) => !url.pathname.startsWith("/en/");

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== files && name !== pages) await caches.delete(name);
  await clients.claim();
})()));

addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET" && url.searchParams.has("v")) event.respondWith(file(request, url));
  else if (request.mode !== "navigate") return;
  else if (request.method === "GET" && kept.test(url.pathname)) event.respondWith(page(event, request, url));
  else if (request.method === "POST") event.respondWith(post(request, url));
});

// Named with a fingerprint: never changes. An older one of the same name goes.
const file = async (request, url) => {
  const cache = await caches.open(files);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    for (const old of await cache.keys()) if (new URL(old.url).pathname === url.pathname) await cache.delete(old);
    await cache.put(request, answer.clone());
  }
  return answer;
};

// The network first; the last copy when it is silent.
const page = async (event, request, url) => {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const fresh = fetch(request).then((answer) => {
    if (answer.ok && !answer.redirected && (answer.headers.get("Content-Type") || "").startsWith("text/html")) event.waitUntil(keep(url, answer.clone()));
    return answer;
  });
  event.waitUntil(fresh.catch(() => {}));
  const cache = await caches.open(pages);
  const copy = await cache.match(url.pathname);
  try {
    const answer = await (copy ? Promise.race([fresh, late]) : fresh);
    if (answer) return answer;
  } catch { /* the network is gone */ }
  return copy ? old(copy, french(url)) : notice(french(url)
    ? ["Hors ligne", "Cette page n'a pas encore été vue sur cet appareil : elle ne peut pas être montrée sans réseau."]
    : ["Offline", "This page has not been seen on this device yet: it cannot be shown without a network."], url);
};

// Without its query: what was typed is nobody's business later.
const keep = async (url, answer) => {
  const headers = new Headers(answer.headers);
  headers.set("X-Kept", String(Date.now()));
  const cache = await caches.open(pages);
  if (url.search === "") await cache.put(url.pathname, new Response(await answer.blob(), { headers }));
};

// A copy says so at its head, its ages go on, and nothing in it can be sent.
const old = async (copy, fr) => {
  let text = await copy.text(), at = "";
  text = text.replace(/(<body[^>]* data-now=")(\d+)(" data-speed=")([\d.]+)("[^>]*>)/, (_, head, now, between, speed, tail) => {
    const seen = new Date(+now), present = +now + (Date.now() - +copy.headers.get("X-Kept")) * +speed;
    const day = new Intl.DateTimeFormat(fr ? "fr-FR" : "en-GB", { timeZone: "Europe/Paris", day: "numeric", month: "long" });
    const hour = new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" }).format(seen);
    at = day.format(seen) === day.format(new Date(present)) ? hour : fr ? `du ${day.format(seen)}, ${hour}` : `${day.format(seen)}, ${hour}`;
    const said = fr
      ? `Hors ligne, données ${at.startsWith("du") ? "" : "de "}${at}. Aucun ordre ne peut partir d'ici, et rien n'est gardé pour plus tard.`
      : `Offline, data of ${at}. No order can leave from here, and nothing is kept for later.`;
    return `${head}${Math.round(present)}${between}${speed}" data-offline="true${tail}<p class="offline" role="alert"><strong>${said}</strong></p>`;
  });
  text = text.replace(/<main ([^>]*)>/, "<main $1 data-offline>").replace(/<(button|input|select|textarea)(?=[\s>])/g, "<$1 disabled");
  return new Response(text, { headers: copy.headers });
};

// Sent now or not at all.
const post = async (request, url) => {
  if (signing.test(url.pathname)) await caches.delete(pages);
  try {
    return await fetch(request);
  } catch {
    return notice(french(url)
      ? ["Hors réseau", "Pas de réponse. Si votre demande n'apparaît pas dans le suivi une fois le réseau revenu, elle n'a pas été envoyée ; rien n'est gardé pour plus tard."]
      : ["No network", "No answer. If what you asked is not in the progress once the network is back, it was not sent; nothing is kept for later."], url, 503);
  }
};

const notice = ([title, text], url, status = 503) => new Response(
  `<!DOCTYPE html><html lang="${french(url) ? "fr" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>`
  + `<body><main><h1>${title}</h1><p role="alert">${text}</p><p><a href="${french(url) ? "" : "/en"}/chaufferies">${french(url) ? "Chaufferies" : "Boiler rooms"}</a></p></main></body></html>`,
  { status, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'", "Cache-Control": "no-store" } });
