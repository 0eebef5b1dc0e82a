"""The drawings of the design system: paths on a field of 24 by 24, in the colour of the text."""

ICONS = {
    "arrow": '<path d="M5 12h14m-6-6 6 6-6 6"/>',
    "back": '<path d="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3"/>',
    "check": '<path d="m5 13 4 4L19 7"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "copy": '<rect x="8" y="8" width="11" height="12" rx="2"/>'
    '<path d="M16 8V6a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h1"/>',
    "hands": '<path d="M12 20s-7-4.4-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 10c0 5.6-7 10-7 10z"/>',
    "mail": '<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7 8 6 8-6"/>',
    "people": '<circle cx="9" cy="9" r="3.2"/><path d="M3.5 19c.6-3 2.7-4.6 5.5-4.6S13.9 16 14.5 19'
    'M15.5 6.2a3 3 0 0 1 0 5.7M17 14.8c2 .5 3.2 1.9 3.6 4.2"/>',
    "place": '<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z"/>'
    '<circle cx="12" cy="10" r="2.3"/>',
    "share": '<circle cx="6" cy="12" r="2.5"/><circle cx="17" cy="6" r="2.5"/>'
    '<circle cx="17" cy="18" r="2.5"/><path d="m8.3 10.8 6.4-3.5m-6.4 5.9 6.4 3.5"/>',
}
