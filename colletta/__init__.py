"""A crowdfunding platform that a community can own."""
