"""A title word that is no Russian word, though nearly one.

## Why it matters
A letter too many or too few survives every proof by readers without Russian, and library catalogues do not find the
title. A word is reported only when no reading of it is known and one common word lies a slip away.

## Flagged
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Istoriya vneshney torgvoli* (Moscow: Nauka, 1979), p. 8.
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
The dictionary is OpenCorpora's, as packaged by pymorphy3 (CC BY-SA 3.0); see docs/romanization.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.romanization.reasoning import told


@chapter_rule("TR004", "unknown-reading", severity=WARNING)
def unknown_reading(chapter: Chapter) -> Iterator[Finding]:
    """Report the words with this verdict of `footlint.romanization`."""
    yield from told(chapter, "unknown")
