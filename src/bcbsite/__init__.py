"""A static site generator for the records of a police and crime commissioner's board."""

__version__ = "0.1.0"
