"""Pages of those who keep the records, and the numbers for leaders."""
