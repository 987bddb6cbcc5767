"""Run manifests: what went into an output, what made it and what came out, so that it can be made again."""
