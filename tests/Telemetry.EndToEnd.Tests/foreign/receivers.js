// What stands at the other end of our messages, by other hands: a mail server (smtp-server), a webhook receiver that checks signatures
// (standardwebhooks) and a browser's push service that decrypts (http_ece). Prints one JSON line for each thing it received.
"use strict";
const http = require("http");
const crypto = require("crypto");
const { SMTPServer } = require("smtp-server");
const { Webhook } = require("standardwebhooks");
const ece = require("http_ece");

const [smtpPort, httpPort, secret] = process.argv.slice(2);
const say = (what) => console.log(JSON.stringify(what));

const browser = crypto.createECDH("prime256v1");
browser.generateKeys();
const auth = crypto.randomBytes(16);

// RFC 8292: the token must be signed by the key it names.
const checked = (header) => {
  const [, token, key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header);
  const [head, claims, signature] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const jwk = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const right = crypto.verify("sha256", Buffer.from(`${head}.${claims}`), { key: crypto.createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  return { right, key, ...JSON.parse(Buffer.from(claims, "base64url").toString()) };
};

let hooks = 0;
const receive = (request, body) => {
  if (request.url === "/hook") {
    // Busy the first time: what was not taken must come again.
    if (hooks++ === 0) { say({ hook: "busy" }); return 503; }
    try { say({ hook: new Webhook(secret).verify(body.toString(), request.headers) }); return 204; } catch (wrong) { say({ hook: "wrong", why: wrong.message }); return 400; }
  }
  if (request.url === "/push") {
    try {
      const plain = ece.decrypt(body, { version: "aes128gcm", privateKey: browser, authSecret: auth.toString("base64url") });
      say({ push: JSON.parse(plain.toString()), vapid: checked(request.headers.authorization), ttl: request.headers.ttl, urgency: request.headers.urgency });
      return 201;
    } catch (wrong) { say({ push: "wrong", why: wrong.message }); return 400; }
  }
  return 404;
};

http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => { response.statusCode = receive(request, Buffer.concat(parts)); response.end(); });
}).listen(+httpPort, "127.0.0.1", () => {
  new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => { say({ mail: Buffer.concat(parts).toString(), to: session.envelope.rcptTo.map((one) => one.address) }); done(); });
    },
  }).listen(+smtpPort, "127.0.0.1", () => {
    say({ browser: { endpoint: `http://127.0.0.1:${httpPort}/push`, keys: { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") } } });
    console.log("ready");
  });
});
