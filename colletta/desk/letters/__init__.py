"""How every letter of the site will look."""
