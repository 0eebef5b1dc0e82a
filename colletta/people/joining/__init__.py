"""How people join, sign in, and stay safe: allauth in our words."""
