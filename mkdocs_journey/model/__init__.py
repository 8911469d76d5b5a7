"""What a journey and a persona are: every field declared once, with its meaning, shape and range."""
