"""Office files as ZIP packages of XML: opened safely, and Word's text taken apart and set anew."""
