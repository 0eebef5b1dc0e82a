// Lets the browser make or use a passkey (Web Authentication, level 2) and sends what it says.
// <passkey-form does="create|get" source="id of the options"> around a form with a hidden field
// named credential. Without a source the options are asked of the form's own address.
const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const keys = (listed = []) => listed.map((key) => ({ ...key, id: bytes(key.id) }));

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!window.PublicKeyCredential) return;
    this.hidden = false;
    this.form.addEventListener("submit", (event) => this.begin(event));
  }

  async begin(event) {
    event.preventDefault();
    this.fault(false);
    try {
      const credential = await this.ask((await this.options()).publicKey);
      this.form.elements.credential.value = JSON.stringify(this.said(credential));
      this.form.submit();
    } catch {
      this.fault(true);
    }
  }

  async options() {
    const kept = document.getElementById(this.getAttribute("source"));
    const told = kept ? JSON.parse(kept.textContent) : await this.fetched();
    return told.creation_options ?? told.request_options;
  }

  async fetched() {
    const answer = await fetch(this.form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  ask(options) {
    const asked = { ...options, challenge: bytes(options.challenge) };
    if (this.getAttribute("does") === "get") {
      asked.allowCredentials = keys(options.allowCredentials);
      return navigator.credentials.get({ publicKey: asked });
    }
    asked.user = { ...options.user, id: bytes(options.user.id) };
    asked.excludeCredentials = keys(options.excludeCredentials);
    asked.authenticatorSelection = this.selection(options.authenticatorSelection);
    return navigator.credentials.create({ publicKey: asked });
  }

  selection(asked) {
    if (!this.form.elements.passwordless?.checked) return asked;
    return { ...asked, residentKey: "required", requireResidentKey: true, userVerification: "required" };
  }

  said(credential) {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[name]) response[name] = text(credential.response[name]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  }

  fault(shown) {
    this.querySelector("[data-fault]").hidden = !shown;
  }
}

customElements.define("passkey-form", PasskeyForm);
