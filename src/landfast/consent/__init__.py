"""Room: what the citizen has agreed to; gives and withdraws access."""
