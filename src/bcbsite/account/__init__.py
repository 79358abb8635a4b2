"""The account of the reading: what was understood of a file, and what looks like something and was not.

`record` is a file's record with what surrounds it, `finds` what there is in it of each sort, and `sorts` the
table of the sorts. `account` puts them together; `as_text` and `as_json` show the result.
"""
