"""The demonstration municipality: a seeded generator. No real person, no real place."""
