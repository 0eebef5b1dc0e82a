"""One folder for each company that moves money, behind one contract."""
