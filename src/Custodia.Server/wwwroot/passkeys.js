// Passkeys: fetches the options of a form, lets the authenticator answer, and sends the answer with the form.
// Without this script, or where the browser knows no passkeys, those forms stay hidden.
(() => {
  'use strict';
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const answer = async (form) => {
    const token = form.querySelector('input[name="__RequestVerificationToken"]').value;
    const response = await fetch(form.dataset.options, { method: 'POST', headers: { RequestVerificationToken: token } });
    if (!response.ok) throw new Error(String(response.status));
    const options = await response.json();
    if (form.dataset.passkey === 'create') {
      return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    }
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const button = form.querySelector('button');
    const complaint = form.querySelector('[role="alert"]');
    form.hidden = false;
    button.addEventListener('click', async () => {
      if (!form.reportValidity()) return;
      complaint.hidden = true;
      button.disabled = true;
      try {
        const credential = await answer(form);
        form.querySelector('input[type="hidden"][name$=".Credential"]').value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        complaint.textContent = form.dataset.failed;
        complaint.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
