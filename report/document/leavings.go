package document

import (
	"strconv"
	"strings"

	"rapporteur/sources/diag"
	"rapporteur/sources/pattern"
)

// What a word processor leaves in the words of a text: what it says of a reference that leads nowhere, the codes of its
// fields, what stands in a form that nobody filled in, lines of a table of contents, numbers of notes that were lost.

var leavings = []sign{
	{"field-broken", []string{"!", "！"}, pattern.Of(
		`((?:Error|Erreur|Ошибка|错误|خطأ|Fehler|Erro)[\s\x{a0}\x{202f}]?[!！]\s?(?:Bookmark|Reference|No text|Signet|` +
			`Source du|Marcador|No se encuentra|Закладка|Источник|未定义|未找到|الإشارة المرجعية|لم يتم|Textmarke|` +
			`Verweisquelle|Indicador|Fonte de)[^.。!\n]{0,60}[.。]?)`)},
	{"command-typed", []string{"{"}, pattern.Of(`(\{ ?(?:REF|PAGEREF|NOTEREF|HYPERLINK|TOC|SEQ|PAGE|NUMPAGES|` +
		`DATE|TIME|INCLUDEPICTURE|MERGEFIELD|FORMTEXT|XE)\b[^{}\n]{0,80}\})`)},
	{"words-unfinished", []string{"here to enter", "ici pour ", "aquí para ", "Место для ввода", "此处输入",
		"هنا لإدخال", "Sie hier, um", "aqui para "}, pattern.Of(
		`(?i)(click (?:or tap )?here to enter (?:text|a date)|` +
			`cliquez (?:ou appuyez )?ici pour (?:entrer|taper) (?:du texte|une date)|` +
			`haga clic (?:o pulse )?aquí para escribir (?:texto|una fecha)|место для ввода (?:текста|даты)|` +
			`(?:单击|点击)(?:或(?:单击|点击))?此处输入(?:文字|日期)|انقر (?:أو اضغط )?هنا لإدخال (?:نص|تاريخ)|` +
			`klicken oder tippen sie hier, um text einzugeben|` +
			`clique ou toque aqui para (?:inserir|introduzir) (?:texto|uma data))`)},
	{"words-unfinished", []string{"??", "__"}, pattern.Of(`(?:^|\s)(\?{2,}|_{2,4})(?:\s+\pL)`)},
	{"words-unfinished", []string{"["}, pattern.Of(`^(\[(?i:image|picture|photo|figure|logo|chart|toc|` +
		`table of contents|table des matières|graphique|imagen|gráfico|рисунок|изображение|图片|صورة)\])\s*$`)},
	{"contents-typed", []string{"....", "……", ". . . ."}, pattern.Of(
		`(\S[^\n]{0,40}(?:\.{4,}|…{2,}|(?: \.){4,}) ?\d{1,4})\s*$`)},
}

// left looks for them in a stretch of words.
func (s *signReader) left(words string, tell teller) {
	look(leavings, words, tell)
	for _, n := range noteNumbers(words) {
		if n.signed {
			tell("note-number-left", n.from, n.to, "")
		}
	}
}

// numbersLeft takes the numbers back that seemed to be notes', unless they count on from 1 and there are several.
func (s *signReader) numbersLeft() {
	next, sure := 1, true
	for _, f := range s.found {
		if f.code == "note-number-left" {
			n, _ := strconv.Atoi(f.found)
			sure = sure && n == next
			next++
		}
	}
	if sure && next > 2 {
		return
	}
	kept := s.found[:0]
	for _, f := range s.found {
		if f.code != "note-number-left" {
			kept = append(kept, f)
		}
	}
	s.found = kept
}

// delivery are the words at the head of a statement that its status says.
var delivery = []string{"check against delivery", "please check against delivery", "vérifier au prononcé",
	"à vérifier au prononcé", "seul le prononcé fait foi", "cotéjese con el texto pronunciado",
	"verificar con la alocución", "проверить по выступлению", "сверить с выступлением",
	"сверить с фактическим выступлением", "以发言为准", "以实际发言为准", "以现场发言为准",
	"يراجع عند الإلقاء", "يُراجع عند الإلقاء", "يرجى مراجعته عند الإلقاء", "es gilt das gesprochene wort"}

// deliveryTyped tells of a paragraph of a statement that says nothing else.
func (r *resolver) deliveryTyped(t *Text, b *Block, words string) {
	it := r.d.Item(t.Item)
	if it == nil || it.Statement == nil || len(words) > longestDelivery {
		return
	}
	said := strings.ToLower(strings.Trim(words, " .!*()[]"))
	for _, phrase := range delivery {
		if said == phrase {
			r.bag.AddItem("delivery-typed", b.Pos, t.Item, diag.Args{"found": words})
			return
		}
	}
}

// longestDelivery is how many bytes such a paragraph has at most.
const longestDelivery = 80
