"""Pages of the room `messages`: how I am told that something is new."""
