"""Records in words for people, the same on a terminal, on a page and in Markdown: plain text, no colour, no markup."""
