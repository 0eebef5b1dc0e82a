"""From a folder's plain values to rows, inside the transaction of `load_folder`."""
