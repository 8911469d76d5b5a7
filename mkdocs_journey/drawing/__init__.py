"""What is shown of a map, before it is HTML or anything else: plain values of texts, numbers and addresses."""
