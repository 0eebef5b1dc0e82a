// Typing an amount chooses "other"; choosing an amount empties what was typed. Without this element
// the page asks which of the two is meant.
// <amount-choice> radios, and one text field </amount-choice>
class AmountChoice extends HTMLElement {
  connectedCallback() {
    const typed = this.querySelector("input[type=text]");
    const other = this.querySelector("input[value=other]");
    typed.addEventListener("input", () => {
      if (typed.value) other.checked = true;
    });
    this.addEventListener("change", ({ target }) => {
      if (target.type !== "radio") return;
      if (target === other) typed.focus();
      else typed.value = "";
    });
  }
}

customElements.define("amount-choice", AmountChoice);
