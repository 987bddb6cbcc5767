"""How records look on a terminal: made for people, at 80 columns and others, with and without colour."""
