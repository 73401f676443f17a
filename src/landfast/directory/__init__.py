"""Room: what each unit does, when it answers, and who answers when it does not. Knows no citizen."""
