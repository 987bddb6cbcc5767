"""From addresses to articles: fetched politely and within limits, from pages and feeds."""
