"""What happened: codebook frames over the parse, their roles, the events they make."""
