"""Sentences of the languages of installed Argos pairs: a bar marks every wanted boundary.

A double bar marks one without a blank.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from translate.languages import load_language
from translate.segment.sentences import sentence_ends

CASES = {
    "ms": [
        "Encik. Ali datang.|Dia letih.",
        "Sdn. Bhd. itu muflis.|Pekerja sedih.",
        "Rumah di Jln. Ampang, No. 5 terbakar.|Bomba tiba.",
        "Beli beras, gula, dll.|Kami tunggu.",
        '"Kami sedia," kata Dato. Ahmad.|Hadirin diam.',
        "Harganya RM1.50 sahaja.|Murah!",
    ],
    "en": [
        "Mr. Brown met Dr. Lee at 5 p.m. on Monday.|They spoke.",
        "He moved to the U.S. in May.|She stayed.",
        "See fig. 3 and pp. 4-5.|They explain it.",
        '"Is it true?" asked Ann.|Nobody knew.',
        "Prices rose 1.5 percent, e.g. for rice.|Demand fell.",
        "Acme Inc. sued J. K. Stone.|The case is open.",
    ],
    "es": [
        "El Sr. García llegó.|Su esposa no.",
        "La Dra. Ruiz y el Ing. Paz hablaron.|Luego salieron.",
        "¿Vienes?|¡Claro que sí!|Vamos.",
        "Compró pan, leche, etc.|Después volvió.",
        "Vive en la Av. Central n. 5 de Lima.|Es médico.",
        "«No sé.»|Eso dijo.",
    ],
    "fr": [
        "M. Dupont est arrivé.|Il est las.",
        "Mme. Leroy et le Dr. Petit parlent.|On écoute.",
        "« Oui. »|Elle sourit.",
        "« Vraiment ? » demande Paul.|Personne ne répond.",
        "Voir p. 12 et art. 5.|Tout y est.",
        "Quoi ?|Non !|Si.",
    ],
    "de": [
        "Herr Dr. Weber kam am 3. Oktober an.|Er war müde.",
        "Im 2. Weltkrieg starb Friedrich II. August nicht.|Das ist klar.",
        "„Ja.“|Danach schwieg er.",
        "„Kommst du?“ fragte sie.|Er nickte.",
        "Obst, z. B. Äpfel und Birnen, ist gesund.|Kaufen Sie es.",
        "Er wohnt in der Str. des 17. Juni und isst Brot usw.|Sie nicht.",
    ],
    "it": [
        "Il sig. Rossi e la dott. Bianchi parlano.|Poi escono.",
        "Comprò pane, latte, ecc.|Poi tornò.",
        "Vedi pag. 3 e art. 5.|Tutto è chiaro.",
        "«Vieni?» chiese Anna.|Nessuno rispose.",
        "La FIAT S.p.A. chiude.|Gli operai protestano.",
        "Perché?|Non lo so!|Vai.",
    ],
    "pt": [
        "O Sr. Silva chegou.|Ele dormiu.",
        "A Dra. Lima e o Prof. Costa falaram.|Depois saíram.",
        "Comprou pão, leite, etc.|Depois voltou.",
        "Veja pág. 3 e art. 5.|Tudo está lá.",
        "«Vens?» perguntou Ana.|Ninguém respondeu.",
        "A loja custou R$ 1.500,00 ontem.|Foi caro.",
    ],
    "nl": [
        "Dhr. Jansen en mevr. De Vries komen.|Ze zijn laat.",
        "Hij ging weg.|'s Avonds kwam hij terug.",
        "Fruit, bijv. Elstar, is gezond.|Koop het.",
        "Zie blz. 3 en art. 5.|Het staat er.",
        '"Kom je?" vroeg Anna.|Niemand antwoordde.',
        "Het bedrijf Philips N.V.|Dat sluit.",
    ],
    "ru": [
        "А. С. Пушкин родился в 1799 г. в Москве.|Он поэт.",
        "Живёт на ул. Ленина, д. 5.|Там тихо.",
        "«Да!» — сказал он.|Все молчали.",
        "Купил хлеб, молоко и т. д.|Потом ушёл.",
        "Проф. Иванов и акад. Петров спорят.|Мы слушаем.",
        "См. стр. 5 и рис. 3.|Всё ясно.",
    ],
    "ar": [
        "وصل الوزير.|لم يتحدث.",
        "هل وصل؟|نعم وصل!",
        "قال د. أحمد كلمة.|ثم خرج.",
        "انظر ص. 5 من الكتاب.|النص واضح.",
        "ارتفع السعر 1.5 في المئة.|انخفض الطلب.",
        "«نحن جاهزون.»|صفق الجميع.",
    ],
    "zh": [
        "我们走吧。||明天见！||好。",
        "“我们走吧。”他说。||她没动。",
        "“我们走吧。”||然后大家走了。",
        "真的吗?||我不知道。",
        "（他走了。）||门关了。",
        "价格上涨1.5%。||需求下降。",
    ],
    "ja": [
        "雨が降る。||帰ろう！||いいね。",
        "「はい。」と彼は言った。||誰も動かない。",
        "「はい。」||彼は笑った。",
        "本当？||知らない。",
        "価格は1.5倍だ。||需要は減った。",
    ],
    "hi": [
        "वह आया।|हम गए।",
        "क्या वह आया?|नहीं!",
        "डॉ. शर्मा बोले।|सब चुप थे।",
        "श्री. राम और प्रो. सिंह मिले।|वे खुश थे।",
        "दाम 1.5 प्रतिशत बढ़े।|माँग घटी।",
    ],
    "tr": [
        "Dr. Yılmaz ve Prof. Kaya geldi.|Onlar yorgun.",
        "2. Dünya Savaşı bitti.|Herkes sevindi.",
        "Olay 19. Yüzyılda oldu.|Bunu bilmiyoruz.",
        '"Geliyor musun?" diye sordu.|Kimse yanıtlamadı.',
        "Atatürk Cad. No. 5 kapalı.|Trafik durdu.",
        "Ekmek, süt vb. aldı.|Sonra döndü.",
    ],
    "vi": [
        "Ông sống ở TP. Hồ Chí Minh.|Bà ở Huế.",
        "GS. Trần và TS. Lê phát biểu.|Mọi người nghe.",
        "PGS.TS. Nguyễn Văn An đến.|Ông mệt.",
        "Anh đi đâu?|Tôi về nhà!",
        "Giá tăng 1,5 phần trăm.|Cầu giảm.",
    ],
    "th": [
        "ดร. สมชายมาถึงแล้ว เขาเหนื่อย",
        "ขอบคุณครับ|ผมไปก่อน",
        "สวัสดีค่ะ|ยินดีที่ได้รู้จักค่ะ|เชิญนั่ง",
        "ฝนตกหนัก|อย่างไรก็ตาม งานยังดำเนินต่อ",
        "จริงหรือ?|ไม่รู้!",
        "ราคา 1.5 บาท ต่อหน่วย",
    ],
}


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        pytest.param(code, case, id=f"{code}-{n}")
        for code in CASES
        for n, case in enumerate(CASES[code])
    ],
)
def test_sentences_end_where_the_bar_stands(code: str, marked: str) -> None:
    text = marked.replace("||", "").replace("|", " ")
    edges = [0, *sentence_ends(text, load_language(code)), len(text)]
    found = [text[a:b].strip() for a, b in pairwise(edges)]
    assert found == [part.strip() for part in re.split(r"\|+", marked)]


def test_every_language_has_five_cases_or_more() -> None:
    assert all(len(cases) >= 5 for cases in CASES.values())
