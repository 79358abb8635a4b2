"""A made-up board and its archive: what the benchmarks build sites from.

Nothing here is a record of a real body.  Every word list and sentence pattern was written for this purpose,
and everything that looks like chance comes from generators with fixed seeds, so that the same number of
meetings always gives the same bytes.
"""
