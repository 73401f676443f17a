"""Who comes in at the door: providers, second steps, passkeys, and the sessions that follow."""
