"""From bytes to articles: one reader a format."""
