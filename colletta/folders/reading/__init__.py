"""From the files of a folder to plain values, with every fault named."""
