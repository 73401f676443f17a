"""Pages for mending mistakes: one citizen who stands here twice, what is on the wrong citizen."""
