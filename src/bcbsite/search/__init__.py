"""The search index: passages of the archive, and files that a browser reads. docs/search.md is its format."""
