"""Parts of our own: what each needs (`shapes`) and a gallery of them (`views`)."""
