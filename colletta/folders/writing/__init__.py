"""From the rows of a campaign to the files of a folder, the mirror of `reading`."""
