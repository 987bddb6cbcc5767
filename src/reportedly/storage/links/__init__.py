"""Links in the store: which articles are copies, which tell one happening, kept up to date batch by batch."""
