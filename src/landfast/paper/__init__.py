"""What is printed: tagged PDF (PDF/UA-1) made by Typst. Words come in as data, never as markup."""
