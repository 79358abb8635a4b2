"""Web pages (.html) as documents."""
