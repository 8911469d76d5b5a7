"""Maps that were drawn elsewhere and are pasted into a block: diagrams and tables, read and written as our maps."""
