"""How a handbook is read: its options, its files, the blocks of its pages, the inventories that it names."""
