"""The report on a review, as a page for the browser or as a Word document."""
