"""Works for generated notes: Russian ones in Cyrillic, to be romanised in any system, and some in other languages."""

from __future__ import annotations

from typing import NamedTuple


class Author(NamedTuple):
    """A person: `given` as it is printed in full, or Cyrillic initials."""

    given: str
    surname: str


class Work(NamedTuple):
    """A book, or an article when there is a journal."""

    authors: tuple[Author, ...]
    title: str
    journal: str = ""
    publisher: str = ""
    place: str = ""
    russian: bool = True


def _russian(rows: str) -> tuple[Work, ...]:
    out = []
    for row in rows.strip().splitlines():
        people, title = row.split(" | ")
        authors = tuple(Author(one.rsplit(" ", 1)[0].strip(), one.rsplit(" ", 1)[1]) for one in people.split("; "))
        out.append(Work(authors, title.strip()))
    return tuple(out)


RUSSIAN = _russian(
    """
П. А. Зайончковский | Правительственный аппарат самодержавной России в XIX веке
В. О. Ключевский | Боярская дума древней Руси
С. М. Соловьёв | История России с древнейших времён
Н. М. Карамзин | История государства Российского
Е. В. Тарле | Нашествие Наполеона на Россию
Е. В. Анисимов | Дыба и кнут: политический сыск и русское общество
Б. Н. Миронов | Социальная история России периода империи
Р. Г. Пихоя | Советский Союз: история власти
Е. Ю. Зубкова | Послевоенное советское общество: политика и повседневность
Н. Б. Лебина | Повседневная жизнь советского города: нормы и аномалии
Е. А. Осокина | За фасадом сталинского изобилия
В. П. Данилов | Советская доколхозная деревня
В. Н. Земсков | Спецпоселенцы в СССР
Р. Ш. Ганелин | Российское самодержавие в 1905 году: реформы и революция
В. С. Дякин | Самодержавие, буржуазия и дворянство
А. Я. Аврех | Столыпин и Третья Дума
В. П. Булдаков | Красная смута: природа и последствия революционного насилия
Е. Г. Гимпельсон | Формирование советской политической системы
В. Б. Жиромская | Советский город в годы нэпа
В. В. Кабанов | Крестьянское хозяйство в условиях военного коммунизма
Г. М. Иванова | ГУЛАГ в системе тоталитарного государства
В. С. Лельчук | Индустриализация СССР: история, опыт, проблемы
Э. М. Щагин | Альтернативы революционных преобразований
Я. А. Яковлев | Деревня как она есть
А. Л. Юрганов | Категории русской средневековой культуры
Н. Я. Эйдельман | Герцен против самодержавия
Ю. М. Лотман | Беседы о русской культуре
Б. А. Успенский | Царь и патриарх: харизма власти в России
М. Л. Гаспаров | Очерк истории русского стиха
В. М. Жирмунский | Теория стиха
В. Б. Шкловский | О теории прозы
Ю. Н. Тынянов | Архаисты и новаторы
Б. М. Эйхенбаум | Лев Толстой: семидесятые годы
К. И. Чуковский | Живой как жизнь
М. М. Бахтин | Проблемы поэтики Достоевского
А. М. Панченко | Русская культура в канун петровских реформ
Л. В. Черепнин | Образование русского централизованного государства
А. Л. Хорошкевич | Русское государство в системе международных отношений
М. Н. Тихомиров | Древнерусские города
Б. А. Рыбаков | Язычество древних славян
В. Л. Янин | Новгородские посадники
А. Б. Каменский | От Петра до Павла
В. Б. Кобрин | Власть и собственность в средневековой России
Р. Г. Скрынников | Царство террора
А. А. Зимин | Опричнина Ивана Грозного
С. О. Шмидт | Становление российского самодержавства
П. В. Волобуев | Выбор путей общественного развития
А. В. Чаянов | Организация крестьянского хозяйства
Н. Д. Кондратьев | Рынок хлебов и его регулирование
А. Г. Вишневский | Серп и рубль: консервативная модернизация в СССР
Л. В. Максименков | Сумбур вместо музыки
В. Д. Есаков | Академия наук в решениях Политбюро
Г. В. Костырченко | Тайная политика Сталина
И. В. Павлова | Механизм власти и строительство сталинского социализма
В. А. Шишкин | Власть, политика, экономика: послереволюционная Россия
В. С. Измозик | Глаза и уши режима
С. В. Яров | Горожанин как политик
В. А. Цыпин | Русская православная церковь
Н. И. Цимбаев | Славянофильство
А. С. Ерусалимский | Германский империализм: история и современность
Ю. С. Пивоваров; А. И. Фурсов | Русская система и реформы
М. М. Горинов; Е. Н. Щапов | Хлебозаготовки и крестьянские выступления
Н. А. Ивницкий | Коллективизация и раскулачивание
О. Г. Буховец | Социальные конфликты и крестьянская ментальность
М. А. Безнин; Т. М. Димони | Аграрный строй России
А. А. Фурсенко | Нефтяные тресты и мировая политика
И. Е. Зеленин | Сталинская революция сверху
В. З. Роговин | Партия расстрелянных
Ю. Н. Жуков | Иной Сталин: политические реформы
Ф. Ф. Раскольников | Кронштадт и Питер в 1917 году
М. Н. Гернет | История царской тюрьмы
Ю. Г. Фельштинский | Большевики и левые эсеры
Ш. М. Мунчаев | Отечественная история
Т. Ю. Красовицкая | Власть и культура
С. А. Мельгунов | Красный террор в России
Д. А. Волкогонов | Триумф и трагедия
Р. А. Медведев | О Сталине и сталинизме
И. Н. Розанов | Литературные репутации
Щ. Ю. Щербина | Очерки быта железнодорожных рабочих
Ч. Х. Чичерин | Уездные съезды и земские начальники
Наталья Пушкарева | Частная жизнь русской женщины
Ирина Юкина | Русский феминизм как вызов современности
Ольга Юрьевна Малинова | Либерализм в политическом спектре
Юлия Жукова | Женские журналы второй половины XIX века
Евгений Щепкин | Юридическое образование и школьные порядки
М. Е. Салтыков-Щедрин | За рубежом
В. Д. Бонч-Бруевич | На боевых постах Февральской и Октябрьской революций
Н. А. Римский-Корсаков | Летопись моей музыкальной жизни
П. П. Семенов-Тян-Шанский | Путешествие в Тянь-Шань
И. И. Ежов; Ж. А. Цой | О жилищном вопросе
Х. С. Хачатурян; Э. Я. Чехова; Ю. В. Шубин | Хлебная торговля: цены, рынки, пристани
"""
)

JOURNALS = (
    "Исторические записки",
    "Отечественные архивы",
    "Красный архив",
    "Новая и новейшая история",
    "Русская литература",
    "Новое литературное обозрение",
    "Родина",
    "Социологические исследования",
    "Крестьяноведение",
    "Вестник древней истории",
    "Вопросы экономики",
)
PUBLISHERS = (
    "Мысль",
    "Индрик",
    "Алетейя",
    "Языки славянских культур",
    "Международные отношения",
    "Искусство",
    "Политиздат",
    "Яуза",
    "Художественная литература",
    "Наука",
    "Дмитрий Буланин",
    "Просвещение",
)


def _foreign(rows: str) -> tuple[Work, ...]:
    out = []
    for row in rows.strip().splitlines():
        person, title, place, publisher, *journal = row.split(" | ")
        given, surname = person.strip().rsplit(" ", 1)
        out.append(
            Work((Author(given, surname),), title, journal[0] if journal else "", publisher, place, russian=False)
        )
    return tuple(out)


FOREIGN = _foreign(
    """
Sheila Fitzpatrick | The Cultural Front: Power and Culture in Revolutionary Russia | Ithaca | Cornell University Press
Moshe Lewin | The Making of the Soviet System | New York | Pantheon
Lynne Viola | Peasant Rebels under Stalin | Oxford | Oxford University Press
Ronald Grigor Suny | The Revenge of the Past | Stanford | Stanford University Press
Stephen Kotkin | Magnetic Mountain: Stalinism as a Civilization | Berkeley | University of California Press
Orlando Figes | A People's Tragedy | London | Pimlico
Catherine Merridale | Night of Stone | London | Granta
Peter Holquist | Violent Russia, Deadly Marxism? Russia in the Epoch of Violence | Oxford | Blackwell | Kritika
Laura Engelstein | Combined Underdevelopment: Discipline and the Law | Washington | AHA | American Historical Review
Stefan Plaggenborg | Revolutionskultur: Menschenbilder und kulturelle Praxis in Sowjetrussland | Cologne | Böhlau
Dietmar Neutatz | Träume und Alpträume: eine Geschichte Russlands | Munich | Beck
Manfred Hildermeier | Geschichte der Sowjetunion 1917–1991 | Munich | Beck
Klaus Gestwa | Die Stalinschen Großbauten des Kommunismus | Munich | Oldenbourg
Marc Ferro | La Révolution de 1917: la chute du tsarisme et les origines d'Octobre | Paris | Aubier
Alain Besançon | Les origines intellectuelles du léninisme | Paris | Calmann-Lévy
Sabine Dullin | Des hommes d'influence: les ambassadeurs de Staline en Europe | Paris | Payot
Ettore Cinnella | La tragedia della rivoluzione russa | Milan | Luni
Fabio Bettanin | La fabbrica del mito: storia e politica nell'URSS staliniana | Naples | ESI
Jan Slavík | Leninova vláda | Prague | Melantrich
Karel Kaplan | Nebezpečná bezpečnost | Brno | Doplněk
Andrzej Paczkowski | Pół wieku dziejów Polski | Warsaw | PWN
Andrzej Nowak | Polska i trzy Rosje: studium polityki wschodniej | Kraków | Arcana
Jerzy Holzer | Europa zimnej wojny | Kraków | Znak
Stanislav Kul'chyts'kyi | Holodomor v Ukraïni: prychyny ta naslidky | Kyiv | Smoloskyp
Iurii Shapoval | Liudyna i systema: shtrykhy do portreta totalitarnoï doby v Ukraïni | Kyiv | NANU
"""
)
