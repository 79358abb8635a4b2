"""What is wrong between records: one rule, one function, one tuple of rules."""
