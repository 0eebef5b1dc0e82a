// Keeps the time left fresh and reaches zero without a reload.
// <time-left closes="ISO" days="{n} days" day=… hours=… hour=… minutes=… minute=… over=…>text</time-left>
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

class TimeLeft extends HTMLElement {
  connectedCallback() {
    this.closes = Date.parse(this.getAttribute("closes"));
    this.refresh();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  refresh() {
    const left = this.closes - Date.now();
    this.textContent = this.words(left);
    if (left > 0) this.timer = setTimeout(() => this.refresh(), Math.min(left, MINUTE / 2));
  }

  words(left) {
    if (left <= 0) return this.getAttribute("over");
    const hours = Math.ceil(left / HOUR);
    if (hours >= 72) return this.count(Math.floor(hours / 24), "day");
    if (left > 2 * HOUR) return this.count(hours, "hour");
    return this.count(Math.ceil(left / MINUTE), "minute");
  }

  count(number, unit) {
    return this.getAttribute(number === 1 ? unit : `${unit}s`).replace("{n}", number);
  }
}

customElements.define("time-left", TimeLeft);
