"""Writing to the people of a campaign, reading and answering: by signed link or signed in."""
