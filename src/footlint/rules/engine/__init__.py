"""What the engine itself reports: these pages have no check of their own."""
