"""The system of a book, its departures, and the verdicts on its words."""

import pytest

from footlint.romanization import (
    BookSystem,
    Word,
    all_systems,
    house_system,
    infer,
    judge,
    respell,
    romanize,
    verdicts,
)

TEXT = [
    "Чайковский",
    "Жуковский",
    "Щукин",
    "хозяйство",
    "чрезвычайный",
    "заседание",
    "общество",
    "юношество",
    "яркий",
    "железные",
    "дороги",
    "эшелоны",
    "характер",
    "цензура",
    "царский",
    "выставка",
    "объявление",
    "власть",
    "жизнь",
    "книжный",
    "рынок",
    "история",
    "Россия",
    "всероссийский",
    "съезд",
    "ленинградский",
    "учебник",
    "шахтёр",
    "ежегодник",
    "моё",
    "здание",
    "крестьянский",
]
BGN = [romanize(word, "bgn-pcgn") for word in TEXT]


@pytest.mark.parametrize("system", all_systems(), ids=lambda system: system.id)
def test_a_clean_book_has_no_faults(system):
    spelled = [romanize(word, system) for word in TEXT]
    book = infer(spelled)
    assert book is not None
    assert book.clear
    assert verdicts([Word(word) for word in spelled], book) == {}


@pytest.mark.parametrize(
    "system", ["ala-lc", "ala-lc-marks", "bgn-pcgn", "popular", "scholarly", "german", "french", "polish", "iso-9"]
)
def test_the_system_is_named(system):
    assert infer(romanize(word, system) for word in TEXT).system == system


def test_a_book_without_marks():
    assert infer(romanize(word, "scholarly-plain") for word in TEXT).system == "scholarly-plain"


def test_nothing_to_infer():
    assert infer([]) is None
    assert infer(["Hello", "qwx"]) is None


def test_a_consistent_departure_is_the_books_own_rule():
    words = [word.replace("kh", "ch").replace("Kh", "Ch") for word in BGN]
    more = ["sovetskich", "pervych", "rabochich", "archiv", "chronika", "kolchoz"]
    book = infer([*words, *more])
    assert book.system.startswith("bgn-pcgn")
    assert book.overrides["х"] == "ch"
    assert respell("pokhody", book) == "pochody"


@pytest.mark.parametrize(
    ("word", "expected", "fault", "name"),
    [
        ("Vachrušev", "Vakhrushev", "off-system", True),
        ("Mikhailov", "Mikhaylov", "off-system", True),
        ("Jakovlev", "Yakovlev", "off-system", True),
        ("archiv", "arkhiv", "off-system", False),
        ("Istorija", "Istoriya", "off-system", False),
        ("provincii", "provintsii", "off-system", False),
        ("ežhegodnik", "yezhegodnik", "mixed", False),
        ("khozyastvo", "khozyaystvo", "unknown", False),
        ("promyshlenost’", "promyshlennost’", "unknown", False),
        ("Ju.", "Yu.", "initial", False),
        ("Ž.", "Zh.", "initial", False),
        ("VČK", "VChK", "off-system", False),
        ("CK", "TsK", "off-system", False),
        ("istоriya", "istoriya", "script", False),
        ("voenno-morskoj", "voyenno-morskoy", "off-system", False),
    ],
)
def test_fault(word, expected, fault, name):
    book = infer(BGN)
    verdict = judge(word, book, name=name)
    assert verdict is not None
    assert verdict.fault == fault
    assert verdict.expected.replace("”", '"').replace("’", "'") == expected.replace("”", '"').replace("’", "'")


@pytest.mark.parametrize(
    "word",
    [
        "istoriya",
        "Voprosy",
        "Gorky",
        "Politburo",
        "Trotsky",
        "Yu.",
        "V.",
        "E.",
        "NKVD",
        "TsK",
        "VChK",
        "1920–1930-ye",
        "repressiy",
        "byt",
        "XX",
    ],
)
def test_sound(word):
    assert judge(word, infer(BGN)) is None


@pytest.mark.parametrize(
    "name", ["Smith", "Werner", "Lindqvist", "Dupont", "Jansen", "O’Brien", "Müller", "Wójcik", "July", "Jung"]
)
def test_foreign_names_are_left_alone(name):
    assert judge(name, infer(BGN), name=True) is None


def test_two_spellings_of_one_word_know_each_other():
    book = infer([*BGN, "Yakovlev"])
    found = verdicts([*map(Word, BGN), Word("Yakovlev", name=True), Word("Jakovlev", name=True)], book)
    verdict = found[Word("Jakovlev", name=True)]
    assert (verdict.fault, verdict.expected, verdict.variants) == ("variant", "Yakovlev", ("Yakovlev",))


def test_a_settled_form_beside_the_books_own():
    words = [*map(Word, BGN), Word("Troitskiy", name=True), Word("Gor’kiy", name=True), Word("Gorky", name=True)]
    found = verdicts(words, infer(word.text for word in words))
    assert found[Word("Gorky", name=True)].variants == ("Gor’kiy",)
    assert Word("Politburo") not in verdicts([*words, Word("Politburo")], infer(BGN))


def test_forms_of_one_lemma_vote_together():
    found = verdicts([*map(Word, BGN), Word("krest'yanskogo"), Word("krestjanskich")], infer(BGN))
    verdict = found[Word("krestjanskich")]
    assert verdict.fault == "variant"
    assert "krest'yanskogo" in verdict.variants


def test_a_dropped_sign_is_a_fault_of_its_own():
    book = infer(BGN)
    verdict = judge("kul'tura", book)
    assert verdict is None
    verdict = judge("kultura", book)
    assert verdict is not None
    assert verdict.fault == "sign"


def _verdict(word, *others, text=BGN):
    words = [*map(Word, text), *(Word(other, name=True) for other in others), Word(word, name=True)]
    return verdicts(words, infer(one.text for one in words)).get(words[-1])


def test_one_name_with_its_sign_and_without():
    assert _verdict("Gimpelson", "Gimpel'son").fault == "sign"
    assert _verdict("Gimpelson", "Gimpel'son").expected == "Gimpel'son"
    assert _verdict("Gimpel'son", "Gimpelson", "Gimpelson").expected == "Gimpelson"
    found = verdicts([*map(Word, BGN), *map(Word, ["byt", "byt", "byt'", "ugol'", "ugol'", "ugol"])], infer(BGN))
    assert not {"byt", "byt'", "ugol", "ugol'"} & {word.text for word in found}


def test_one_name_has_ye_or_yo():
    assert _verdict("Likhachev", "Likhachëv", "Likhachëv").expected == "Likhachëv"
    assert _verdict("Likhachëv", text=[romanize(word, "ala-lc") for word in TEXT]).expected == "Likhachev"
    assert verdicts([*map(Word, BGN), *map(Word, ["vsë", "vsë", "vse"])], infer(BGN)) == {}


def test_no_name_ends_in_two_vowels_where_a_short_i_would_stand():
    assert _verdict("Kerenskii").expected == "Kerenskiy"
    # not in any register, but here beside itself
    assert _verdict("Semevskii", "Semevskiy").expected == "Semevskiy"


def test_names_that_the_registers_lack():
    assert _verdict("Zhirmunskii", text=[romanize(word, "iso-9-1968") for word in TEXT]).expected == "Žirmunskij"
    assert _verdict("Fel'shtinskii").expected == "Fel’shtinskiy"
    assert _verdict("Zaionchkovskii").expected == "Zayonchkovskiy"


def test_a_rare_name_in_a_rare_system():
    verdict = _verdict("Ivniczkij", text=[romanize(word, "scholarly") for word in TEXT])
    assert (verdict.reading, verdict.expected) == ("Ивницкий", "Ivnickij")


def test_initials_tell_of_the_system():
    words = ["Pavlov", "Kirillov", "starina", "vopros", "slovo", "Zhukov", "Mikhailov"]
    assert infer([*words, "Iu.", "Ia."]).system == "ala-lc"
    assert infer([*words, "Yu.", "Ya."]).system == "bs-2979-plain"


def test_initials_with_a_tie():
    assert respell("I͡u.", infer(BGN)) == "Yu."
    assert respell("I͡u.", house_system("ala-lc-marks")) is None
    assert respell("Yu.", house_system("ala-lc-marks")) == "I͡u."


def test_letters_are_tied_as_the_book_does():
    tied = [romanize(word, "ala-lc-marks") for word in TEXT]
    assert respell("Yakovlev", infer(tied), name=True) == "I͡akovlev"
    assert respell("Yakovlev", infer(word.replace("\u0361", "") for word in tied), name=True) == "Iakovlev"
    assert respell("Tsarskaja", infer(tied)) == "T͡sarskai͡a"


def test_house_system():
    book = house_system("ala-lc")
    assert respell("Khozyaystvo", book) == "Khoziaistvo"
    assert respell("Chozjajstvo", book) == "Khoziaistvo"
    assert respell("khoziaistvo", book) is None
    assert respell("RODINA", book) is None


def test_case_and_apostrophe_are_kept():
    book = infer([*BGN, "vlast’", "zhizn’"])
    assert respell("Oblastʹ", BookSystem("bgn-pcgn", apostrophe="’", words=9, fitting=9)) is None
    assert respell("YAROSLAVL", book) is None


def test_votes_carry_their_words():
    book = infer(BGN)
    vote = next(vote for vote in book.votes["ж"] if vote.latin == "zh")
    assert vote.count >= 2
    assert vote.words


def test_a_word_is_read_as_the_book_has_it():
    """-nyj is -ный with the j of many systems, not -ных with the j of the Spanish one; and the book has the word."""
    words = [
        "Zheleznodorozhnyi",
        "transport",
        "vtoroi",
        "polovine",
        "Rossii",
        "russkoi",
        "istorii",
        "krest'iane",
        "gosudarstvennye",
    ]
    book = infer(words)
    assert judge("Zheleznodorozhnyj", book).expected == "Zheleznodorozhnyi"
    (found,) = (one for one in verdicts([Word("Zheleznodorozhnyj"), *map(Word, words)], book).values())
    assert (found.fault, found.reading) == ("variant", "Железнодорожный")


def test_two_words_without_another_make_a_departure():
    """Golovnyov and posyolki in a book that never writes ë; with one word that does, yo is the slip."""
    yo = [*BGN, "Golovnyov", "posyolki"]
    plain = [word for word in yo if "ë" not in word]
    assert infer(plain).overrides == {"ё": "yo"}
    assert verdicts(map(Word, plain), infer(plain)) == {}
    assert "ё" not in infer(yo).overrides


def test_a_rare_system_does_not_ask_for_what_no_word_shows():
    """What happens to fit the map of the Moscow metro need not write sch for щ; but what all others write, it does."""
    words = ["Massovye", "bunty", "zabastovki", "vlast", "Sibirsky", "issledovaniya", "ssylnykh", "Norilskoe", "Moy"]
    book = infer([*words, "vosstanie", "lyudi", "Zashchita"])
    assert verdicts(map(Word, [*words, "vosstanie", "lyudi", "Zashchita"]), book) == {}
    ala = ["Pismo", "iskusstvo", "khlebnaia", "torgovlia", "gubernii", "vedomosti", "zhizni", "tvorchestva", "Istoriia"]
    assert _verdict("Maschkin", text=ala).expected == "Mashkin"


def test_a_short_word_is_no_other_in_a_rare_way():
    iso = [romanize(word, "iso-9") for word in TEXT]
    assert _verdict("Lef", text=iso) is None


def test_a_name_that_only_its_sign_tells_from_another():
    assert _verdict("Ananyich", text=[romanize(word, "popular") for word in TEXT]) is None
    assert _verdict("Anańjicz", text=[romanize(word, "polish") for word in TEXT]) is None
    # Альчевская is in no register, Алчевская is
    assert _verdict("Alchevskaya", "Al'chevskaya") is None
    assert _verdict("Al'chevskaya", "Alchevskaya").expected == "Alchevskaya"


def test_a_name_of_the_book_in_letters_that_make_a_rarer_one():
    ala = [romanize(word, "ala-lc") for word in TEXT]
    assert _verdict("Bikova", "Bykova", text=ala).expected == "Bykova"
    assert _verdict("Bikova", text=ala) is None
    polish = [romanize(word, "polish") for word in TEXT]
    assert _verdict("Djakin", "Diakin", text=polish).expected == "Diakin"


def test_the_letters_of_a_living_language_are_no_slip():
    assert _verdict("Podaný", text=[romanize(word, "czech") for word in TEXT]) is None


def test_french_doubles_a_letter_between_vowels_and_has_accents():
    french = [romanize(word, "french") for word in TEXT]
    assert _verdict("Krassovskaïa", text=french) is None
    assert judge("sobranié", infer(french)) is None
    assert _verdict("Krasovskaja", "Krassovskaïa", text=french).expected == "Krassovskaïa"


def test_a_stray_tie():
    plain = [romanize(word, "ala-lc") for word in TEXT]
    assert _verdict("I͡akovlev", text=plain).expected == "Iakovlev"
    assert _verdict("I͡akovlev", text=[romanize(word, "ala-lc-marks") for word in TEXT]) is None


def test_two_unknown_names_of_one_reading_with_a_sign():
    czech = [romanize(word, "czech") for word in TEXT]
    assert _verdict("Khokhul'nikov", "Chochul'nikov", text=czech).expected == "Chochul'nikov"


def test_a_preposition_of_another_language_is_no_russian_word():
    assert judge("nach", infer(romanize(word, "scholarly") for word in TEXT)) is None
    assert judge("sovietskaya", infer(BGN)).expected == "sovetskaya"


def test_two_letters_that_have_changed_places():
    assert _verdict("Struimlin", "Strumilin", "Strumilin").expected == "Strumilin"
    assert _verdict("Yakubovksiy", "Yakubovskiy", "Yakubovskiy").expected == "Yakubovskiy"


def test_what_no_one_system_gives_is_no_rivals_way():
    assert judge("sovjetskogo", infer(romanize(word, "iso-9") for word in TEXT)).expected == "sovetskogo"


@pytest.mark.parametrize("system", ["ala-lc", "bgn-pcgn", "scholarly", "german", "french", "polish", "gost-7.79-b"])
def test_the_first_half_of_a_compound_need_stand_in_no_dictionary(system):
    book = infer(romanize(word, system) for word in TEXT)
    for word in ("юго-запада", "историко-филологический", "чехо-словацкий", "медико-хирургический"):
        assert judge(romanize(word, system), book) is None
    assert judge("istoriko-filologichesskiy", infer(BGN)).expected == "istoriko-filologicheskiy"


def test_a_word_of_two_readings_is_no_vote_for_either():
    """Moi is мои in any system, so it does not tell that this book writes i for й."""
    words = ["Dmitriev", "Sovetsky", "tsirk", "ocherki", "istorii", "polnoye", "sobraniye", "Russky", "poiskakh"]
    book = infer([*words, "Moi", "Moy"])
    assert verdicts(map(Word, [*words, "Moi", "Moy"]), book) == {}


def test_a_rare_word_in_a_rare_way_is_none():
    """Hrinchenko is no Хринченко as telegrams spell him."""
    assert _verdict("Hrinchenko", text=[romanize(word, "ala-lc") for word in TEXT]) is None


def test_spellings_of_before_the_reform():
    ala = infer(romanize(word, "ala-lc") for word in TEXT)
    for word in ("narodnago", "vysshago", "russkiia", "viedomstvu", "viestnik", "sievernyi", "dietskago", "arkhivie"):
        assert judge(word, ala) is None
    assert judge("prosvyeshcheniya", infer(BGN)) is None
    # no ѣ stood there
    assert judge("rievoliutsiia", ala).expected == "revoliutsiia"
    assert judge("sovietskoi", ala).expected == "sovetskoi"


def test_polish_has_no_sign_before_a_vowel():
    polish = [romanize(word, "polish") for word in [*TEXT, "Тверь", "кровь", "степь"]]
    assert _verdict("Djakow", text=polish) is None
    assert _verdict("D'jakow", text=polish) is None


def test_a_letter_is_asked_for_where_it_stands_in_its_word():
    """Polish has e after ч and ле, ie elsewhere; a word with both is no departure, however many there are."""
    words = ["Художественная", "Теоретическая", "отделение", "Аверинцев", "императорское", "величественное", "веков"]
    polish = infer(romanize(word, "polish") for word in [*TEXT, *words])
    assert "е" not in polish.overrides


def test_a_system_as_good_as_the_chosen_one_is_no_other():
    """Road signs have e at the beginning where BGN/PCGN has ye; without a word that has, nothing tells them apart."""
    words = ["Puteshestviye", "Planovoye", "Osnovnyye", "khozyaystvo", "sovetskoy", "obshchestvo"]
    assert judge("Evropeyskoy", infer([*words, "Evropeyskoy"])) is None
    assert judge("Evropeyskoy", infer([*words, "Evropeyskoy", "Yedinstvo"])).expected == "Yevropeyskoy"
    with_x = ["Javlenie", "smysl", "dviženie", "Vygotskij", "Myšlenie", "reč'", "semidesjatye"]
    assert _verdict("Èjxenbaum", text=with_x) is None
    assert _verdict("Èjxenbaum", text=[*with_x, "Archaičeskie", "duchovnyj"]).expected == "Ėjchenbaum"


def test_a_name_whose_ye_tells_of_the_sign():
    signed = [*BGN, "pis’mo", "oblast’"]
    assert _verdict("Asafyev", text=signed) is None
    assert judge("krestyanskiy", infer(signed)).fault == "sign"


def test_the_ending_of_a_name_that_no_register_has():
    assert _verdict("Sreznevskij").expected == "Sreznevskiy"
    assert _verdict("Sreznevskiy", text=[romanize(word, "ala-lc") for word in TEXT]).expected == "Sreznevskii"
    assert _verdict("Sreznevskiy") is None
    assert _verdict("Zaliznjak").expected == "Zaliznyak"


def test_a_name_has_ye_before_yo():
    french = [romanize(word, "french") for word in TEXT]
    assert _verdict("Arsenjew", text=french).expected == "Arseniev"


def test_a_german_press_knows_its_own_settled_forms():
    german = [romanize(word, "german") for word in TEXT]
    assert _verdict("Zhukov", text=german).expected == "Schukow"
    assert _verdict("Trotzki", text=german) is None
    assert _verdict("Zhukov", text=[romanize(word, "polish") for word in TEXT]).expected == "Żukow"
    assert _verdict("Zhukov", text=[romanize(word, "scholarly") for word in TEXT]) is None


def test_a_compound_is_read_whole():
    book = infer(BGN)
    (found,) = verdicts([*map(Word, BGN), Word("inzhenery-neftjaniki")], book).values()
    assert (found.reading, found.expected) == ("инженеры-нефтяники", "inzhenery-neftyaniki")


def test_a_book_without_signs_is_in_no_rare_system_for_that():
    words = ["krestjanskogo", "izdatelstvo", "Mysl", "kultury", "Teoretičeskaja", "Organizacija", "Poslovicy", "gody"]
    assert infer(words).system == "scholarly"
    assert _verdict("Ėjhenbaum", text=words) is None
