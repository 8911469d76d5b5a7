"""What views show: facts gathered from all maps of a site, without a word of HTML."""
