"""Questions to another sector without saying whom they are about."""
