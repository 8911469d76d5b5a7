"""What the method of journey mapping knows of maps: rules, views and files for other programs ask it."""
