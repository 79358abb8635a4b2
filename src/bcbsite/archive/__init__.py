"""Records become one archive: what is public, what each reference means, what belongs together."""
