"""Room: what each unit does, and who answers when. Knows no citizen."""
