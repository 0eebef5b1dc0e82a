// Copies a text that people need elsewhere: a reference, a link of their own.
// <copy-text text="RF45…" done="Copied"><button type="button" hidden><span data-word>Copy</span></button></copy-text>
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => this.copy(button.querySelector("[data-word]")));
  }

  async copy(word) {
    await navigator.clipboard.writeText(this.getAttribute("text"));
    word.textContent = this.getAttribute("done");
  }
}

customElements.define("copy-text", CopyText);
