"""What commands do once Django is set up."""
