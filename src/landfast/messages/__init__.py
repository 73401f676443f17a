"""Room: who is told that something is new, how, and whether it reached them."""
