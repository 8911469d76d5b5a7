"""What the method of journey mapping asks of maps, and the table of everything that can be found."""
