"""Writers of the door. `acting` inside: the person is not signed in yet."""
