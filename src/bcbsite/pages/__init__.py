"""The archive becomes pages: one kind of page a module, a view for each, and a template that shows it."""
