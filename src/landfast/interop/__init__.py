"""Door for machines: what other programs send us, read into what the rooms understand."""
