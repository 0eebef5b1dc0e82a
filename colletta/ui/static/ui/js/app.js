// Every behaviour is a custom element of its own; the pages work without any of them.
import "./time-left.js";
import "./bottom-bar.js";
import "./copy-link.js";
import "./copy-text.js";
import "./amount-choice.js";
import "./look-again.js";
import "./passkey-form.js";
import "./what-if.js";
