"""The room's rules: what a circle is for, when it meets, cases without a name, agreements."""
