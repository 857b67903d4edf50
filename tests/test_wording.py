"""Seeded errors are found, good translations are left alone."""

from __future__ import annotations

import pytest

from livret.numerals import differing, digits
from livret.wording import Use, Wording, wording

KEPT = ("Carte Vitale", "CPAM", "CAF", "RIB", "VLS-TS", "titre de séjour", "Prime d’activité")

ERRORS = [
    # placeholders
    ("a figure is left out", "fr", "You pay {cvec_fee} once.", "Vous payez une fois."),
    ("a figure is mistyped", "fr", "You pay {cvec_fee} once.", "Vous payez {cvec_fe} une fois."),
    ("a figure is translated", "es", "You pay {cvec_fee}.", "Usted paga {tasa_cvec}."),
    ("a figure stands twice", "uk", "You pay {fee}.", "Ви платите {fee}, лише {fee}."),
    ("one of two figures is lost", "vi", "From {low} to {high}.", "Từ {low}."),
    ("full-width braces", "zh", "You pay {cvec_fee}.", "您需支付｛cvec_fee｝。"),
    ("a figure is spelled in digits", "pt", "You pay {cvec_fee}.", "Você paga 105 euros."),
    ("the phone becomes a mail", "fr", "Call {phone:cpam}.", "Appelez {mail:cpam}."),
    ("the phone's key is translated", "ar", "Call {phone:cpam}.", "اتصل بـ {phone:صندوق}."),
    # glossary words
    ("a word is left out", "fr", "Ask the [[cpam]].", "Demandez à la caisse."),
    ("another word", "es", "Ask the [[cpam]].", "Pregunte a la [[caf]]."),
    ("a word's key is translated", "uk", "Ask the [[cpam]].", "Запитайте [[лікарняну касу]]."),
    ("a word with single brackets", "vi", "Ask the [[cpam]].", "Hãy hỏi [cpam]."),
    ("a word with an empty text", "fr", "Ask the [[cpam]].", "Demandez à la [[cpam|]]."),
    ("full-width brackets", "zh", "Ask the [[cpam]].", "请咨询【【cpam】】。"),
    # links
    ("a link is lost", "fr", "See the [site][ameli].", "Voir le site."),
    ("a link's key is changed", "pt", "See the [site][ameli].", "Veja o [site][ameli-pt]."),
    ("a space inside a link", "es", "See the [site][ameli].", "Vea el [sitio] [ameli]."),
    ("a link to another answer", "fr", "See [this][q:a/b].", "Voir [ceci][q:a/c]."),
    ("a link without text", "ar", "See the [site][ameli].", "انظر [][ameli]."),
    ("a link with an address", "fr", "See the [site][ameli].", "Voir le [site](https://ameli.fr)."),
    (
        "an address is added",
        "uk",
        "See the [site][ameli].",
        "Див. [сайт][ameli]: https://ameli.com",
    ),
    ("an address is changed", "fr", "Write ameli.fr in full.", "Écrivez ameIi.fr en entier."),
    ("a mail address is added", "vi", "Write to us.", "Hãy viết cho a@b.fr."),
    # numbers
    ("another number", "fr", "Within 15 days.", "Sous 5 jours."),
    ("another number in Arabic digits", "ar", "Within 15 days.", "خلال ٥١ يومًا."),
    ("a number is left out", "zh", "Dial 112 for help.", "拨打电话求助。"),
    ("a number is added", "es", "Bring photos.", "Traiga 4 fotos."),
    ("another month", "zh", "Before 15 September.", "8月15日之前。"),
    ("another day of the week", "vi", "Open on Monday.", "Mở cửa vào thứ 3."),
    ("another hour", "vi", "Open until 4 pm.", "Mở cửa đến 5 giờ chiều."),
    ("digits change places", "fr", "Call 3646.", "Appelez le 3664."),
    ("another year", "uk", "Since 2024.", "З 2042 року."),
    (
        "days for another count of days",
        "vi",
        "Within 14 days, after 2 pm.",
        "Trong 12 ngày, sau 14 giờ.",
    ),
    ("a decimal point is lost", "fr", "For 1.5 hours.", "Pendant 15 heures."),
    ("a zero too many", "pt", "Up to 1,000 people.", "Até 10.000 pessoas."),
    # HTML and braces
    ("a script", "fr", "Hello.", "Bonjour.<script>alert(1)</script>"),
    ("a tag in capitals", "es", "Hello.", "<B>Hola</B>."),
    ("a closing tag", "vi", "Hello.", "Xin chào</p>."),
    ("an entity", "uk", "Hello.", "Привіт&nbsp;усім."),
    ("an HTML comment", "ar", "Hello.", "مرحبا <!-- x -->."),
    ("a lone angle bracket", "zh", "Hello.", "您好 > 吗。"),
    ("a brace not closed", "fr", "You pay {fee}.", "Vous payez {fee} et {fe."),
    ("braces of a template", "pt", "Hello.", "Olá {{ guide }}."),
    ("a figure with a capital", "es", "You pay {fee}.", "Usted paga {Fee}."),
    ("format syntax", "fr", "{number} answers", "{number!r} réponses"),
    # direction and invisible characters
    ("an override", "ar", "Hello there.", "مرحبا \u202eabc\u202c."),
    ("an embedding", "ar", "Hello there.", "مرحبا \u202babc\u202c."),
    ("an open isolate", "ar", "Call 3646 now.", "اتصل بـ \u20663646 الآن."),
    ("isolates in the wrong order", "ar", "Call now.", "اتصل \u2069الآن\u2066."),
    ("a zero-width space", "zh", "Hello there.", "您\u200b好。"),
    ("a byte order mark", "fr", "Hello.", "\ufeffBonjour."),
    ("a soft hyphen", "uk", "Hello.", "При\u00adвіт."),
    ("a right-to-left mark in French", "fr", "Hello.", "Bonjour\u200f."),
    ("a replacement character", "vi", "Hello.", "Xin ch\ufffdo."),
    ("a control character", "es", "Hello.", "Hola\x0b."),
    # kept terms
    ("a card's name is translated", "es", "Order a Carte Vitale.", "Pida una tarjeta sanitaria."),
    ("a sigle is translated", "ar", "Ask the CPAM.", "اسأل صندوق التأمين الصحي."),
    ("a sigle is mistyped", "fr", "Ask the CPAM.", "Demandez à la CPMA."),
    ("a sigle in small letters", "pt", "Bring a RIB.", "Traga um rib."),
    ("a sigle in Cyrillic", "uk", "Ask the CAF.", "Запитайте САF."),
    ("a French term is translated", "vi", "Renew your titre de séjour.", "Gia hạn thẻ cư trú."),
    ("a visa's name loses a part", "zh", "Validate your VLS-TS.", "验证您的 VLS 签证。"),
]

# Each line is right, and has what a simple check trips over.
GOOD = [
    ("fr", "You pay {cvec_fee} once.", "Vous payez {cvec_fee} une fois."),
    ("fr", "Ask the [[cpam]] within two weeks.", "Demandez à la [[cpam|caisse]] sous 2 semaines."),
    ("fr", "Ask the [[cpam|local fund]].", "Demandez à la [[cpam]]."),
    ("fr", "Open from 10:30 am to 4 pm.", "Ouvert de 10 h 30 à 16 h."),
    ("fr", "Order a Carte Vitale.", "Commandez une carte Vitale."),
    ("fr", "Bring two Carte Vitale forms.", "Apportez deux formulaires : cartes Vitale."),
    ("fr", "1st floor, room 12.", "1er étage, salle 12."),
    ("fr", "Up to 1,200.50 a year.", "Jusqu’à 1 200,50 par an."),
    ("fr", "Is it free?", "Est-ce gratuit\u00a0?"),
    ("fr", "Call 3646 or 15.", "Appelez le 36 46 ou le 15."),
    ("fr", "It is **free** and *quick*.", "C’est **gratuit** et *rapide*."),
    ("fr", "The “Prime d'activité” is for workers.", "La Prime d’activité est pour les salariés."),
    ("fr", "half an hour", "30 minutes"),
    ("fr", "Income < 1000 and > 500.", "Revenu < 1000 et > 500."),
    ("fr", "See the [site][ameli].", "Voir le **[site officiel][ameli]**."),
    ("fr", "3 October 2026", "3 octobre 2026"),
    ("es", "Is it free?", "¿Es gratis?"),
    ("es", "Wait twenty-five days.", "Espere 25 días."),
    ("es", "The first of three steps.", "El 1.º de 3 pasos."),
    ("es", "Hand in 2 photos.", "Entregue dos fotos."),
    ("es", "From 9 am to 12:30 pm.", "De 9:00 a 12:30."),
    ("es", "Open until 7 pm.", "Abierto hasta las 7 de la tarde."),
    ("pt", "Hand in 2 copies.", "Entregue duas cópias."),
    ("pt", "In September 2026.", "Em 09/2026."),
    ("pt", "The CPAM answers within a month.", "A CPAM responde em até 1 mês."),
    ("pt", "Bring your RIB.", "Leve o seu RIB."),
    ("pt", "A room of 9 m².", "Um quarto de 9 m²."),
    ("pt", "Since 1 January 2026.", "Desde 1º de janeiro de 2026."),
    ("ar", "Within 15 days.", "خلال ١٥ يومًا."),
    ("ar", "Within 2 weeks.", "خلال أسبوعين."),
    ("ar", "Ask the CPAM.", "اسأل الـCPAM."),
    ("ar", "Ask the CPAM and the CAF.", "اسأل CPAM وCAF."),
    ("ar", "Is it free?", "هل هو مجاني؟"),
    ("ar", "Call {phone:cpam}, then wait.", "اتصل بـ{phone:cpam}، ثم انتظر."),
    ("ar", "Call 3646 now.", "اتصل بـ \u20663646\u2069 الآن."),
    ("ar", "Hello there.", "مرحبا\u200f بك."),
    ("ar", "1 month", "شهر واحد"),
    ("ar", "You have 3 months.", "لديك ثلاثة أشهر."),
    ("ar", "Order a [[carte-vitale]].", "اطلب [[carte-vitale|بطاقة Vitale]]."),
    ("zh", "Before 15 September 2026.", "2026年9月15日之前。"),
    ("zh", "Open from 2 pm to 5:30 pm.", "开放时间：下午2点至下午5点30分。"),
    ("zh", "You have three months.", "您有3个月的时间。"),
    ("zh", "You have 3 months.", "您有三个月的时间。"),
    ("zh", "Up to 10,000 people.", "最多1万人。"),
    ("zh", "Is it free?", "是免费的吗？"),
    ("zh", "Ask the CPAM, then wait.", "请咨询CPAM，然后等待。"),
    ("zh", "You pay {fee} a year.", "您每年支付{fee}。"),
    ("zh", "See the [site][ameli].", "请参见[官方网站][ameli]。"),
    ("vi", "In September, bring 2 photos.", "Vào tháng 9, hãy mang hai tấm ảnh."),
    ("vi", "Open until 4 pm.", "Mở cửa đến 4 giờ chiều."),
    ("vi", "Your Carte Vitale arrives by post.", "Carte Vitale của bạn được gửi qua bưu điện."),
    ("vi", "Monday to Friday, 9:00 to 12:30.", "Thứ 2 đến thứ 6, 9 giờ đến 12 giờ 30."),
    ("vi", "Is it free?", "Có miễn phí không?"),
    ("uk", "You have 5 days.", "Ви маєте п’ять днів."),
    ("uk", "Within two months.", "Протягом 2 місяців."),
    ("uk", "Order a Carte Vitale.", "Замовте Carte Vitale."),
    ("uk", "Before 1 June.", "До першого червня."),
    ("uk", "Is it free?", "Чи це безкоштовно?"),
    ("uk", "24/7, 365 days.", "Цілодобово: 24/7, 365 днів."),
]

WARNINGS = [
    ("bold is lost", "fr", "It is **free**.", "C’est gratuit.", "bold"),
    ("the full stop is lost", "fr", "It is free today.", "C’est gratuit aujourd’hui", "ends with"),
    ("a question becomes a claim", "es", "Is it free?", "Es gratis.", "ends with"),
    ("a question is not opened", "es", "Is it free?", "Es gratis?", "not opened"),
    ("a Latin question mark", "ar", "Is it free?", "هل هو مجاني?", "signs of another script"),
    ("a Latin comma", "ar", "Come, then wait.", "تعال, ثم انتظر.", "signs of another script"),
    ("a Latin full stop", "zh", "It is free.", "是免费的.", "signs of another script"),
    ("a Latin comma in Chinese", "zh", "Come, then wait.", "请来,然后等待。", "signs of another"),
    (
        "the source as it is",
        "fr",
        "Bring your passport with you.",
        "Bring your passport with you.",
        "same as",
    ),
    (
        "most is left out",
        "fr",
        "Bring your passport, your visa and your contract to the office.",
        "Passeport.",
        "short",
    ),
    (
        "a sentence stands twice",
        "vi",
        "Bring your passport to the office.",
        "Mang hộ chiếu đến văn phòng. " * 5,
        "long",
    ),
    (
        "English in Chinese",
        "zh",
        "Bring your passport to the desk.",
        "Bring the passport 到柜台。",
        "another script",
    ),
    (
        "Cyrillic in French",
        "fr",
        "It is free for you.",
        "C’est грatuit pour vous.",
        "another script",
    ),
    (
        "a Latin letter in Ukrainian",
        "uk",
        "Bring your passport.",
        "Принесіть паспорт i вiзу.",
        "mixes",
    ),
    (
        "Latin in Arabic",
        "ar",
        "Bring your passport to the desk.",
        "أحضر passport to the desk.",
        "another script",
    ),
    ("Persian letters in Arabic", "ar", "In the office.", "فی المکتب.", "Persian"),
]


def checks(language: str) -> Wording:
    return wording(language, "en", KEPT)


@pytest.mark.parametrize(
    ("language", "message", "translation"), [row[1:] for row in ERRORS], ids=[e[0] for e in ERRORS]
)
def test_an_error_is_found(language: str, message: str, translation: str) -> None:
    assert checks(language).errors(message, translation)


@pytest.mark.parametrize(("language", "message", "translation"), GOOD)
def test_a_good_translation_has_no_error(language: str, message: str, translation: str) -> None:
    assert checks(language).errors(message, translation) == ()


@pytest.mark.parametrize(("language", "message", "translation"), GOOD)
def test_a_good_translation_has_no_warning(language: str, message: str, translation: str) -> None:
    # A glossary word given another text, or bold added, is worth a second look; nothing else is.
    found = checks(language).warnings(message, translation)
    assert [finding.what for finding in found if "bold" not in finding.what] == []


@pytest.mark.parametrize(
    ("language", "message", "translation", "what"),
    [row[1:] for row in WARNINGS],
    ids=[row[0] for row in WARNINGS],
)
def test_a_doubt_is_a_warning_and_no_error(
    language: str, message: str, translation: str, what: str
) -> None:
    assert checks(language).errors(message, translation) == ()
    assert any(what in found.what for found in checks(language).warnings(message, translation))


def test_the_table_of_seeded_errors_has_at_least_forty_one() -> None:
    assert len({row[1:] for row in ERRORS}) >= 41


def test_a_source_is_a_good_translation_of_itself() -> None:
    for _, _, message, _ in ERRORS:
        assert checks("en").errors(message, message) == ()


def test_a_finding_says_what_to_do() -> None:
    (finding,) = checks("fr").errors("Pay {fee}.", "Payez.")
    assert (finding.what, finding.remedy) == ("{fee} is missing", "copy it from the source")


def test_search_words_may_differ_but_stay_safe() -> None:
    french = checks("fr")
    assert french.errors("form S1, CPAM", "formulaire, caisse maladie", Use.SEARCH) == ()
    assert french.errors("card", "<b>carte</b>", Use.SEARCH)
    assert french.errors("card", "carte, http://example.org/", Use.SEARCH)


def test_a_gloss_beside_its_term_may_leave_the_term_out() -> None:
    french = wording("fr", "en", ("S1", "A1"))
    translation = "formulaire de prise en charge"
    assert french.errors("form S1", translation, Use.GLOSS) == ()
    assert len(french.errors("form S1", translation)) == 1
    assert french.errors("form S1 in 3 copies", f"{translation} en 4 copies", Use.GLOSS)


def test_persian_may_use_joiners_and_arabic_may_not() -> None:
    assert wording("fa", "en").errors("Hello.", "می\u200cخواهم.") == ()
    assert wording("ar", "en").errors("Hello.", "مر\u200cحبا.")


def test_a_figure_may_move_within_the_sentence() -> None:
    assert checks("zh").errors("Pay {a}, then {b}.", "先付{b}，再付{a}。") == ()


def test_numbers_are_read_as_languages_write_them() -> None:
    assert digits("1 200,50") == digits("1,200.5") == digits("١٬٢٠٠٫٥٠") == ("1200.5",)
    assert digits("1.5") == digits("1,50") != digits("15")
    assert digits("9:00–17h00, 10:30") == ("9", "17", "10", "30")
    assert digits("01 23 45 67 89") == digits("0123456789")
    assert digits("1, 2 and 3") == digits("1,2,3") == ("1", "2", "3")


def test_an_hour_is_the_same_in_both_clocks_only_where_a_clock_is_named() -> None:
    assert differing("Until 14:00.", "截至下午2点。", "en", "zh") == ((), ())
    assert differing("For 14 days.", "2天。", "en", "zh") == (("14",), ("2",))
