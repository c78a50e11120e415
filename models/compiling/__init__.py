"""What several delegations ask for on one text, as one Word file: each change in its delegation's name.

The law of such a file: with the changes of one delegation accepted and all others rejected it is what that one asks
for; with none it is the draft; with all it is what all ask for, where that can be had, and where not it is told.

It is made in five steps, and one thing is settled in each:
1. Who asks (`open_wishes`, `wishes`), what a delegation asks for in several files, amended by itself, being one wish
   (`amended_once`) in one order (`one_wish`, or that of each file, `order_of_files`), the words of its persons apart
   (`words_apart`), without what goes with words that it strikes itself (`own_struck`), and what several ask for alike
   one in all their names (`joint_wishes`), be it that their marks stand otherwise (`same_result`). What is in a file as
   a compilation left is no wish: that is told once, when the file is kept (`come_back`, `where_it_left`).
2. Where it stands: each wish, written in one way (`written_alike`), is set so that it keeps its place whatever others
   do there (`each_in_its_place`, with `in_moved` for what is moved, `second_notes` for its notes, `beside_others` for
   what comes at one point, `gone_with` for what comes between words that go, `struck_words` and `standing` for who
   strikes what, `turned_numbers` for typed numbers that are words of whoever joins their paragraph to another).
3. What comes is laid in, a layer for each name, what is in the file already being kept (`compilation`, with `lived_on`,
   `as_asked` and `states`, by which a layer changes what was asked for and not what two texts happen to differ in).
   Moves that nobody touches, notes and tables go in layers altogether. Numbers that are typed are set anew when all is
   there (`whose_numbers`, with `numbers_that_came`).
4. What goes is struck in that file, words by who strikes them, and ends of paragraphs as they are chosen so that each
   has as many as it asks for between the words it keeps (`laid_out`, `strikes_in_file`). A typed number that goes for
   one, and whose paragraph begins a line where all is taken, comes once more in all these names. Words that meet only
   where all is taken get a space (`words_that_meet`).
5. Each end is given the kind and the level that those ask for whose paragraph ends there (`kinds_in_file`), each for
   itself and all together.

A name says who has to be taken for a change to stand: “Fiji” that one, “Fiji, Kenya” either, “Fiji with Kenya” both.
Read back, `shown_alone` gives the text of one, `each_alone` says whose is exact and where others' are not,
`clashes` what cannot be had, `set_elsewhere` what would stand twice, and `what_is_told` puts it together.
"""
