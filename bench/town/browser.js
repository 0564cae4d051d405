'use strict';
// The least of a browser: cookies, forms and the live stream, with Node's own fetch.

class Browser {
  constructor(address) { this.address = address; this.cookies = new Map(); }

  async get(path) { return this.send(path, {}); }

  async post(path, fields) {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  }

  /** Follows redirects by hand, for cookies come with them. */
  async send(path, options, hops = 5) {
    const url = new URL(path, this.address);
    const response = await fetch(url, { ...options, redirect: 'manual', headers: { ...options.headers, Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (value === '') { this.cookies.delete(name); } else { this.cookies.set(name, value); }
    }
    if (response.status >= 300 && response.status < 400 && hops > 0) {
      await response.arrayBuffer();
      return this.send(new URL(response.headers.get('location'), url).pathname + new URL(response.headers.get('location'), url).search, {}, hops - 1);
    }
    return { status: response.status, path: url.pathname + url.search, text: options.stream ? null : await response.text(), body: response.body };
  }

  /** Events of the live stream, one { event, data } at a time. */
  async * events(path) {
    const { status, body } = await this.send(path, { stream: true, headers: { Accept: 'text/event-stream' } });
    if (status !== 200) { throw new Error(`${path} answered ${status}`); }
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const pick = key => lines.filter(line => line.startsWith(`${key}:`)).map(line => line.slice(key.length + 1).trim()).join('\n');
        yield { event: pick('event'), data: pick('data') };
      }
    }
  }
}

const unescape = text => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)))
  .replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const attribute = (tag, name) => { const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag); return found ? unescape(found[1]) : undefined; };

/** The forms of a page that are sent by POST: where they go and what they carry, buttons apart. */
function forms(page) {
  return [...page.text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)]
    .filter(([, tag]) => (attribute(tag, 'method') ?? '').toLowerCase() === 'post')
    .map(([, tag, inside]) => {
      const inputs = [...inside.matchAll(/<(input|textarea|select|button)\b[^>]*>/gi)].map(([input, kind]) => ({
        kind: kind.toLowerCase(), type: attribute(input, 'type') ?? 'text', name: attribute(input, 'name'), value: attribute(input, 'value') ?? '',
        action: attribute(input, 'formaction'), checked: /\schecked/i.test(input),
      })).filter(input => input.name || input.action);
      const fields = {};
      for (const { kind, type, name, value, checked } of inputs) {
        if (name && kind !== 'button' && (!['radio', 'checkbox', 'submit'].includes(type) || checked)) { fields[name] = value; }
      }
      return { action: attribute(tag, 'action') ?? page.path, inputs, fields, inside };
    });
}

/** Signs in with a demo account. */
async function signIn(browser, name, password) {
  const page = await browser.get('/connexion'), form = forms(page).find(one => one.inputs.some(input => input.type === 'password'));
  const fields = { ...form.fields };
  for (const input of form.inputs) { if (input.type === 'password') { fields[input.name] = password; } else if (input.type !== 'hidden' && input.name) { fields[input.name] = name; } }
  const after = await browser.post(form.action, fields);
  if (after.status !== 200 || after.path.startsWith('/connexion')) { throw new Error(`sign-in failed: ${after.status} ${after.path}`); }
}

module.exports = { Browser, forms, signIn };
