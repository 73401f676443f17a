"""What the house asks of every room, asked of the code and the database themselves."""
