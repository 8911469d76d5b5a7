"""What all HTML is made with: texts, inline Markdown, elements, templates."""
