"""The look of Adref: colours by role, fonts, icons and the style. The only package that knows Qlementine."""
