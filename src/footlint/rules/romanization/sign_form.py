"""A soft sign kept where the book drops it, or the reverse; or of another shape than the book's others.

## Why it matters
Whether ь is written or left out is a matter of style, and so is the sign for it (’, ', ʹ); but of one style: the few
words that do otherwise are slips. A hint.

## Flagged
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Sel’skaya zhizn* (Moscow: Nauka, 1979), p. 8.
[^6]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
```

```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6] Grain.[^7] Horses.[^8] Land.[^9]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Sel’skaya zhizn’* (Moscow: Nauka, 1979), p. 8.
[^6]: Shchukin, *Khleb i sol': torgovlya na severe*, p. 66.
[^7]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
[^8]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 70.
[^9]: Yakovlev, *Sel’skaya zhizn’*, p. 9.
```

## Fixed
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Sel’skaya zhizn’* (Moscow: Nauka, 1979), p. 8.
[^6]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
```

```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6] Grain.[^7] Horses.[^8] Land.[^9]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Sel’skaya zhizn’* (Moscow: Nauka, 1979), p. 8.
[^6]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 66.
[^7]: A. I. Mezhov, *Russkoye zakonodatel’stvo* (Moscow: Nauka, 1965), p. 66.
[^8]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 70.
[^9]: Yakovlev, *Sel’skaya zhizn’*, p. 9.
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

from footlint.finding import HINT, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.romanization.reasoning import told


@chapter_rule("TR005", "sign-form", severity=HINT)
def sign_form(chapter: Chapter) -> Iterator[Finding]:
    """Report the words with this verdict of `footlint.romanization`."""
    yield from told(chapter, "sign")
