"""Room: a question to another sector without saying whom it is about (anonym sparring, F7)."""
