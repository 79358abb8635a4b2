"""The command line. MkDocs, which is slow to load, is imported by the commands that need it."""
