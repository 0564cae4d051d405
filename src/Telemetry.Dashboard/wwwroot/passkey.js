// Passkeys: the form's challenge goes to the browser, the browser's answer goes back in the form. Without a script, a password and a code do the same.
const able = window.isSecureContext && window.PublicKeyCredential?.parseRequestOptionsFromJSON && !/^[\d.]+$|^\[/.test(location.hostname);
for (const form of able ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.parentElement.querySelector("[data-passkey-absent]")?.remove();
  form.addEventListener("submit", async event => {
    if (form.elements.Cle.value) return;
    event.preventDefault();
    const failed = form.querySelector("[data-part=failed]");
    failed.hidden = true;
    try {
      const asked = JSON.parse(form.dataset.options);
      const credential = form.dataset.passkey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      form.elements.Cle.value = JSON.stringify(credential);
      form.submit();
    } catch {
      failed.textContent = form.dataset.failed;
      failed.hidden = false;
    }
  });
}
