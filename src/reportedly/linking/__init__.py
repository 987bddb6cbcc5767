"""Linking: which articles are copies, which tell the same happening, and on whom each event rests."""
