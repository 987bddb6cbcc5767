"""Who says so: claims, their chains of sources, standing and factuality."""
