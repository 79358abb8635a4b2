"""What every stage needs to know of text alone, whatever record it stands in."""
