"""The numbers of items and paragraphs as boards print them, and what only looks like one."""
