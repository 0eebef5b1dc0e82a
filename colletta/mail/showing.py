"""What a letter may do where a page shows it: nothing."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

# A letter is its own document, from our own templates: nothing in it may run or be fetched.
OF_A_LETTER = {
    "default-src": [NONE],
    "script-src": [NONE],
    "img-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
}
