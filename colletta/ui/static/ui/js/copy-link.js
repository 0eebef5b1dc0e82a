// Shares the page's address with the phone's own sheet, or copies it.
// <copy-link address="…" done="Copied"><button type="button" hidden>Copy the link</button></copy-link>
class CopyLink extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.share());
  }

  async share() {
    const url = this.getAttribute("address");
    try {
      if (navigator.share) await navigator.share({ url, title: document.title });
      else await this.copy(url);
    } catch (refusal) {
      if (refusal.name !== "AbortError") await this.copy(url);
    }
  }

  async copy(url) {
    await navigator.clipboard.writeText(url);
    this.button.querySelector("[data-word]").textContent = this.getAttribute("done");
  }
}

customElements.define("copy-link", CopyLink);
