"""Room: wishes, own steps, and agreements that count when their maker has accepted them."""
