"""Sentences, quotations and the people and bodies that a text names."""
