// A slider over the rows of a table: it shows one row, as words and as a bar. Without this element
// the table is read as it stands.
// <what-if data-label> … tr[data-people][data-together] … </what-if>
const DRAWING = "http://www.w3.org/2000/svg";

class WhatIf extends HTMLElement {
  connectedCallback() {
    this.rows = [...this.querySelectorAll("tbody tr")];
    this.slider = Object.assign(document.createElement("input"), {
      type: "range", min: 0, max: this.rows.length - 1, value: Math.min(2, this.rows.length - 1),
    });
    this.slider.setAttribute("aria-label", this.dataset.label);
    this.said = document.createElement("output");
    this.said.className = "what-if__said";
    const bar = this.draw();
    this.querySelector("table").before(this.slider, bar, this.said);
    this.slider.addEventListener("input", () => this.show());
    this.show();
  }

  draw() {
    const bar = document.createElementNS(DRAWING, "svg");
    bar.setAttribute("class", "bar__drawing what-if__bar");
    bar.setAttribute("aria-hidden", "true");
    [this.together, this.people] = ["bar__match", "bar__raised"].map((name) => {
      const layer = document.createElementNS(DRAWING, "rect");
      layer.setAttribute("class", name);
      layer.setAttribute("height", "100%");
      bar.append(layer);
      return layer;
    });
    return bar;
  }

  show() {
    const row = this.rows[this.slider.value];
    const [gift, people, together, then] = [...row.cells].map((cell) => cell.textContent);
    for (const one of this.rows) one.toggleAttribute("data-chosen", one === row);
    this.people.setAttribute("width", row.dataset.people);
    this.together.setAttribute("width", row.dataset.together);
    this.slider.setAttribute("aria-valuetext", gift);
    this.said.textContent = `${gift}: ${people} → ${together}${then ? ` · ${then}` : ""}`;
  }
}

customElements.define("what-if", WhatIf);
