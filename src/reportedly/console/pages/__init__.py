"""The pages: one file each; what a template gets stands in its call."""
