"""New records: files with what can be known beforehand, for a person to complete."""
