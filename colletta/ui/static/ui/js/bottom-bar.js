// The bar at the bottom of a phone appears once the page's first button has scrolled away.
// Two observers only say when to look: the plain one when a button enters or leaves the window, the
// one that reaches far above it when a jump (a link, the End key) carries the window past a button.
const FAR_ABOVE = { rootMargin: "1000000px 0px 0px 0px" };

class BottomBar extends HTMLElement {
  connectedCallback() {
    this.buttons = [...document.querySelectorAll(this.getAttribute("watches"))];
    this.observers = [{}, FAR_ABOVE].map((edges) => this.observe(edges));
  }

  disconnectedCallback() {
    for (const observer of this.observers) observer.disconnect();
  }

  observe(edges) {
    const observer = new IntersectionObserver(() => this.look(), edges);
    for (const button of this.buttons) observer.observe(button);
    return observer;
  }

  look() {
    const places = this.buttons.map((button) => button.getBoundingClientRect());
    const inView = places.some((place) => place.bottom > 0 && place.top < window.innerHeight);
    this.toggleAttribute("data-shown", !inView && places.length > 0 && places[0].bottom <= 0);
  }
}

customElements.define("bottom-bar", BottomBar);
