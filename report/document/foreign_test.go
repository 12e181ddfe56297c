package document

import (
	"strings"
	"testing"

	"rapporteur/layout/lang"
	"rapporteur/report/manifesttest"
	"rapporteur/sources/diag"
)

// TestTextsInOtherLanguages: a text whose letters or commonest words are another language's is told; a quotation in it,
// names, and a passage that is marked are not.
func TestTextsInOtherLanguages(t *testing.T) {
	const (
		english = "We thank the Chair of the meeting and the delegations that have taken the floor in the debate on " +
			"fishing and on the ports of the region for their work in the months which are to come."
		french = "Nous remercions le Président de la séance et les délégations qui ont pris la parole dans le débat " +
			"sur la pêche et sur les ports de la région pour leur travail dans les mois qui viennent."
		arabic  = "نشكر رئيس الجلسة والوفود التي تناولت الكلمة في المناقشة بشأن الصيد والموانئ في المنطقة على عملها"
		spanish = "Agradecemos al Presidente de la reunión y a las delegaciones que han tomado la palabra en el " +
			"debate sobre la pesca y los puertos de la región por su trabajo en los meses que vienen, y esperamos " +
			"que el informe se publique pronto."
		portuguese = "Agradecemos ao Presidente da reunião e às delegações que tomaram a palavra no debate sobre a " +
			"pesca e os portos da região pelo seu trabalho nos meses que vêm, e esperamos que o relatório seja " +
			"publicado em breve com as conclusões."
		italian = "Ringraziamo il Presidente della riunione e le delegazioni che hanno preso la parola nel dibattito " +
			"sulla pesca e sui porti della regione per il loro lavoro nei mesi che vengono, e speriamo che il " +
			"rapporto sia pubblicato presto con le conclusioni."
		persian = "ما از رئیس جلسه و هیئت\u200cهایی که در بحث درباره ماهیگیری و بنادر منطقه سخن گفتند برای کارشان " +
			"سپاسگزاریم و امیدواریم گزارش چاپ شود."
		ukrainian = "Ми дякуємо Голові засідання та делегаціям, які виступили в дебатах про рибальство і порти " +
			"регіону, за їхню роботу в наступні місяці."
		russian = "Мы благодарим Председателя заседания и делегации, которые выступили в прениях о рыболовстве и " +
			"портах региона, за их работу в предстоящие месяцы."
	)
	for _, c := range []struct{ lang, text, want string }{
		{"en", english, ""},
		{"fr", french, ""},
		{"ar", arabic, ""},
		{"en", french, "text-other-language"},
		{"fr", english, "text-other-language"},
		{"en", arabic, "text-other-language"},
		{"ar", english, "text-other-language"},
		{"es", spanish, ""},
		{"pt", portuguese, ""},
		{"ru", russian, ""},
		{"fr", spanish, "text-other-language es"},
		{"es", portuguese, "text-other-language pt"},
		{"pt", spanish, "text-other-language es"},
		{"es", italian, "text-unknown-language"},
		{"fr", italian, "text-unknown-language"},
		{"en", italian, "text-unknown-language"},
		{"ar", persian, "text-unknown-language"},
		{"en", persian, "text-unknown-language"},
		{"ru", ukrainian, "text-unknown-language"},
		{"en", ukrainian, "text-unknown-language"},
		{"en", russian, "text-other-language ru"},
		{"en", english + "\n\n::: {lang=fr}\n" + french + "\n:::", ""},
		{"en", english + " [" + french + "]{lang=fr}", ""},
		{"en", english + "\n\n" + arabic, ""},
		{"en", "Bonjour, le monde.", ""},
		{"zh", strings.Repeat("我们感谢主席和各代表团在辩论中的发言。", 5), ""},
	} {
		codes := foreign(t, c.lang, c.text)
		if !strings.HasPrefix(codes, c.want) || c.want == "" && codes != "" {
			t.Errorf("%s %.40s: told %q, want %q", c.lang, c.text, codes, c.want)
		}
	}
}

// foreign gives what is told of a text, and the language that it seems to be in.
func foreign(t *testing.T, language, text string) (told string) {
	t.Helper()
	var bag diag.Bag
	Resolve(manifesttest.Read(t, "rapporteur: 1\nreport: {title: T, language: "+language+", date: 2012-03-01}\n"+
		"introduction:\n  - title: One\n    text: |\n      "+strings.ReplaceAll(text, "\n", "\n      ")+"\n"),
		lang.Embedded(), &bag)
	for _, f := range bag.All() {
		told += strings.TrimSpace(f.Code + " " + f.Args["tag"])
	}
	return told
}
