"""A word spelled in another romanisation than the book's.

## Why it matters
A reader who looks for Чехов under Ch does not find him under Tsch, and a name in two systems becomes two people in
the index. The system is inferred from all Russian words of the book together, or set as `system`; the finding shows
the Cyrillic reading, and the words that prove the book's way. Settled English forms (Trotsky) and `exceptions` are left
alone.

## Flagged
```markdown
Bread.[^1] Salt.[^2] Rye.[^3] Ice.[^4] Trade.[^5] Law.[^6]

[^1]: Yu. L. Shchukin, *Khleb i sol’: torgovlya na severe* (Moscow: Nauka, 1988), p. 12.
[^2]: Ye. A. Zhil’tsov, *Arkhangel’skiye yarmarki* (Moscow: Nauka, 1991), p. 40.
[^3]: V. M. Akhmedov, *Krest’yanskoye khozyaystvo* (Moscow: Nauka, 1994), p. 7.
[^4]: Shchukin, *Khleb i sol’: torgovlya na severe*, p. 31.
[^5]: N. D. Yakovlev, *Istorija vnešnej torgovli* (Moscow: Nauka, 1979), p. 8.
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

```markdown
Brot.[^1] Salz.[^2] Eis.[^3]

[^1]: Ju. L. Ščukin, *Chleb i solʹ: torgovlja na severe* (Moskva: Nauka, 1988), S. 12.
[^2]: E. A. Žilʹcov, *Archangelʹskie jarmarki* (Moskva: Nauka, 1991), S. 40.
[^3]: N. D. Jakovlev, *Istorija vnešnej torgovli* (Moskva: Nauka, 1979), S. 8.
```

```markdown
War.[^1] Peace.[^2]

[^1]: Henning Albrecht, *Der Hafen und die Schuld* (Hamburg: Reimer, 2011), p. 5.
[^2]: Lucie Fabre, *La mer et le désordre* (Paris: Belin, 2003), p. 8.
```

## References
Each system is a data file with its source; `footlint systems` lists them. The Chicago Manual of Style, 17th ed.,
11.97–11.104, asks for one system throughout a book.
"""

from __future__ import annotations

from collections.abc import Iterator

from footlint.finding import WARNING, Finding
from footlint.rule import Chapter, chapter_rule
from footlint.rules.romanization.reasoning import told


@chapter_rule("TR002", "off-system", severity=WARNING)
def off_system(chapter: Chapter) -> Iterator[Finding]:
    """Report the words with this verdict of `footlint.romanization`."""
    yield from told(chapter, "off-system")
