"""Exports: one module a dialect, each with what it loses. A dialect takes reports, from a store or from a coder."""
