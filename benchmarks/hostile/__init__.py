"""Content that is as bad for the program as content can be, in any size: for `scaling.py`."""
