"""One Russian word in two spellings.

## Why it matters
Two spellings of one name look like two people, and one title like two books. Of the two the one that follows the book's
own system is recommended; words of one lemma in different forms (repressii, repressiy) are no variants.

## Flagged
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: Yu. L. Ščukin, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Istoriya vneshney torgovli* (Moscow: Nauka, 1979), p. 8.
[^6]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
```

## Fixed
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: Yu. L. Shchukin, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Istoriya vneshney torgovli* (Moscow: Nauka, 1979), p. 8.
[^6]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
```

## Clean
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Istoriya vneshney torgovli* (Moscow: Nauka, 1979), p. 8.
[^6]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
```

## References
Each system is a data file with its source; `footlint systems` lists them. The Chicago Manual of Style, 17th ed.,
11.97–11.104, asks for one system throughout a book.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.romanization.reasoning import respell, told


@chapter_rule("TR001", "variant-spelling", severity=WARNING)
def variant_spelling(chapter: Chapter) -> Iterator[Finding]:
    """Report the words with this verdict of `footlint.romanization`."""
    yield from told(chapter, "variant")
    for variant in chapter.whole.romanized.variants:
        if variant.word.path == chapter.path:
            yield Finding(
                variant.word.span,
                f"{variant.word.text} reads {variant.reading}, which the text spells {variant.usual} "
                f"{variant.times} times: {variant.usual}",
                fix=respell(variant.usual, [variant.word]),
            )
