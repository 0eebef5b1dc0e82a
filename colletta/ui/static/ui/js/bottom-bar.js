// The bar at the bottom of a phone appears once the page's first button has scrolled away.
class BottomBar extends HTMLElement {
  connectedCallback() {
    const buttons = document.querySelectorAll(this.getAttribute("watches"));
    const seen = new Set();
    this.observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) seen.add(entry.target);
        else seen.delete(entry.target);
      }
      const first = buttons[0].getBoundingClientRect();
      this.toggleAttribute("data-shown", seen.size === 0 && first.bottom < 0);
    });
    for (const button of buttons) this.observer.observe(button);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }
}

customElements.define("bottom-bar", BottomBar);
