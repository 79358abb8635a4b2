"""The table of related words of the search: how it is made from WordNet and word vectors."""
