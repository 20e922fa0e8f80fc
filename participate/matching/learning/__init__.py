"""What is learned beside single words: which texts mean the same, and what people who joined one thing went on to join.

`space` lays texts into a space of meaning, `maps` learns from what people joined where in it they will go next,
`together` which things are joined by the same people. `learn` does it all (and loads scikit-learn), `learned` holds it,
`views` looks through it. Pure.
"""
