"""Short messages (SMS): how long they are, and the gateway that takes them."""
