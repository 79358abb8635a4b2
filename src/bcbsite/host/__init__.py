"""MkDocs with Material is the host: it gives the shell around each page, the theme's files and the server.

All that the project knows of MkDocs and Material is here and in `theme/`.
"""
