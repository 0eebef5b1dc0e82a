// Looks at this page again, a few times, until what stands inside has changed.
// <look-again seconds="3" times="40"> … </look-again>
class LookAgain extends HTMLElement {
  connectedCallback() {
    this.wait(Number(this.getAttribute("times")));
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  wait(times) {
    if (times > 0) this.timer = setTimeout(() => this.look(times), 1000 * this.getAttribute("seconds"));
  }

  async look(times) {
    const answer = await fetch(location.pathname).catch(() => null);
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    if (page && this.stands(page) !== this.stands(this)) location.replace(location.pathname);
    else this.wait(times - 1);
  }

  stands(place) {
    return place.querySelector("[data-state]")?.dataset.state;
  }
}

customElements.define("look-again", LookAgain);
