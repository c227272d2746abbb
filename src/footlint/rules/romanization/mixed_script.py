"""A Cyrillic letter among Latin ones.

## Why it matters
A Cyrillic о looks like a Latin o and is none: searches, indexes and catalogues fail, and the printed letter may come
from another font. A Latin o in a Cyrillic word is as bad. The letters that look alike are those of Unicode's table of
confusables.

## Flagged
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Istoriya vneshney tоrgovli* (Moscow: Nauka, 1979), p. 8.
[^6]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
```

## Fixed
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
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
[^6]: I. P. Zhukovskiy, *Morskoye pravo* (Moscow: Nauka, 1965), p. 66.
```

## References
Unicode Technical Standard 39, Unicode Security Mechanisms, confusables.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import ERROR, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.romanization.reasoning import told


@chapter_rule("TR006", "mixed-script", severity=ERROR)
def mixed_script(chapter: Chapter) -> Iterator[Finding]:
    """Report the words with this verdict of `footlint.romanization`."""
    yield from told(chapter, "script")
