"""What pages about something else show of a journey: cards, strips, small curves."""
