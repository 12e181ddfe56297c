"""What stands above each statement: who speaks, in which words and what the delegation's stationery looks like."""

from typing import NamedTuple


class Letterhead(NamedTuple):
    language: str
    mission: list  # the stationery's lines
    check: str  # "Check against delivery" in the delegation's way
    title: str
    byline: list
    date: str
    font: str
    color: str = "#000000"


EN = "19 September 2011"
FR = "19 septembre 2011"
EVENT_EN = "Secretary-General’s Symposium on International Counter-Terrorism Cooperation"
EVENT_FR = "Colloque sur la coopération internationale en matière de lutte antiterroriste"

LETTERHEADS = {
    "secretary-general": Letterhead(
        "en-GB", ["United Nations", "The Secretary-General"], "Check against delivery",
        "Keynote address at the Symposium on International Counter-Terrorism Cooperation",
        ["Ban Ki-moon, Secretary-General"], f"New York, {EN}", "Liberation Serif", "#1f4e79"),
    "host-country": Letterhead(
        "fr-CH", ["Mission permanente de la Suisse", "auprès de l’Organisation des Nations Unies"],
        "Seul le texte prononcé fait foi / Check against delivery",
        "Déclaration de la Suisse", [EVENT_FR, "Séance d’ouverture"], f"New York, le {FR}", "Liberation Sans", "#a61c1c"),
    "egypt": Letterhead(
        "ar", ["الوفد الدائم لجمهورية مصر العربية", "لدى الأمم المتحدة", "Permanent Mission of Egypt to the United Nations"],
        "يُراجَع أثناء الإلقاء / Check against delivery", "بيان جمهورية مصر العربية",
        ["ندوة الأمين العام بشأن التعاون الدولي لمكافحة الإرهاب"], "نيويورك، 19 أيلول/سبتمبر 2011", "Amiri"),
    "unesco": Letterhead(
        "fr-FR", ["Organisation des Nations Unies pour l’éducation, la science et la culture",
                  "Bureau de liaison, New York"], "Seul le texte prononcé fait foi / Check against delivery",
        "Déclaration de l’UNESCO", [EVENT_FR], FR, "Liberation Serif"),
    "interpol": Letterhead(
        "en-US", ["INTERPOL", "Office of the Special Representative to the United Nations"], "Check against delivery",
        "Statement by INTERPOL", [EVENT_EN, "Representative of INTERPOL"], f"New York, {EN}",
        "Carlito", "#003366"),
    "russia": Letterhead(
        "ru-RU", ["Постоянное представительство Российской Федерации", "при Организации Объединенных Наций",
                  "Permanent Mission of the Russian Federation"],
        "Проверить по фактическому выступлению / Check against delivery", "Выступление Российской Федерации",
        ["Симпозиум по международному сотрудничеству в борьбе с терроризмом"], "Нью-Йорк, 19 сентября 2011 года",
        "Liberation Serif", "#202060"),
    "spain": Letterhead(
        "es-ES", ["Misión Permanente de España", "ante las Naciones Unidas"],
        "Cotéjese con el texto pronunciado / Check against delivery", "Declaración de España",
        ["Simposio sobre la cooperación internacional contra el terrorismo"], "Nueva York, 19 de septiembre de 2011",
        "Liberation Serif", "#7a1f1f"),
    "canada": Letterhead(
        "en-CA", ["Permanent Mission of Canada to the United Nations",
                  "Mission permanente du Canada auprès des Nations Unies"],
        "Check against delivery / Seul le texte prononcé fait foi", "Statement by Canada",
        [EVENT_EN], f"New York, {EN}", "Liberation Sans", "#b00020"),
    "kenya": Letterhead(
        "en-GB", ["Permanent Mission of the Republic of Kenya", "to the United Nations"], "Check against delivery",
        "Statement by Kenya", [EVENT_EN, "Representative of Kenya"], f"New York, {EN}", "Liberation Serif", "#14532d"),
    "china": Letterhead(
        "zh-CN", ["中华人民共和国常驻联合国代表团", "Permanent Mission of China to the United Nations"],
        "以发言时为准 / Check against delivery", "中国代表的发言",
        ["秘书长国际反恐合作专题讨论会"], "2011年9月19日，纽约", "WenQuanYi Zen Hei"),
    "unodc": Letterhead(
        "en-GB", ["United Nations Office on Drugs and Crime", "Terrorism Prevention Branch"], "Check against delivery",
        "Statement by UNODC", [EVENT_EN], f"New York, {EN}", "Carlito", "#1b5e8c"),
    "chair-summary": Letterhead(
        "fr-FR", ["Nations Unies", "Bureau de l’Équipe spéciale de lutte contre le terrorisme"], "",
        "Résumé du Président", [EVENT_FR], f"New York, {FR}", "Liberation Serif", "#1f4e79"),
}
