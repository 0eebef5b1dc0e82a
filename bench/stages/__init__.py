"""Parts of a run that work inside Django, each a process of its own."""
