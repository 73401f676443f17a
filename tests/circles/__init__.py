"""Standing meetings without the citizen."""
