"""Standing meetings without the citizen, and her own page about them."""
