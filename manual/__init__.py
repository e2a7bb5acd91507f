"""What is made of the program and its documents: the reference, the man page, the site."""
