package gather

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/layout/lang"
)

// written is an agenda as a test compares it: a line a session, and one a speaker.
func (a *agenda) written() string {
	if a == nil {
		return "none"
	}
	var b strings.Builder
	for _, m := range a.meetings {
		fmt.Fprintf(&b, "%s %s\n", m.date, m.title)
		if m.chair != nil {
			fmt.Fprintf(&b, "chair %s, %s, %s\n", m.chair.name, m.chair.role, m.chair.party.Key)
		}
		for _, e := range m.entries {
			key := e.delegation
			if e.party != nil {
				key = e.party.Key
			}
			fmt.Fprintf(&b, "- %s, %s, %s, %s, %s %s\n", e.name, e.role, key, e.title, e.lang,
				strings.Join(e.files, "+"))
		}
	}
	return b.String()
}

func TestTables(t *testing.T) {
	w := &walker{languages: lang.Embedded()}
	const want = "2011-09-19T10:00 A\n- N, R, kenya, T, en a.pdf\n2011-09-20T15:00 B\n- M, , Lab, ,  \n"
	for _, table := range []string{
		"Session,Date,Start time,Speaker,Function,Country,Topic,Language,File\nA,2011-09-19,10:00,N,R,Kenya,T,en," +
			"a.pdf\n" +
			"B,20 September 2011,3 p.m.,M,,Lab,,,\n,,,,,,,,\n",
		"\xEF\xBB\xBFSéance;Date;Heure;Orateur;Fonction;Délégation;Titre;Langue;Fichier\nA;19/09/2011;10h00;N;R;" +
			"le Kenya;T;" +
			"anglais;a.pdf\nB;20 septembre 2011;15h;M;;Lab;;;\n",
		"S\xE9ance;Date;Heure;Orateur;Fonction;Pays;Titre;Langue;Fichier\nA;19.9.2011;10 h 00;N;R;Kenya;T;en;a.pdf\n" +
			"B;20.9.2011;15.00;M;;Lab;;;\n",
		"Sesión\tFecha\tHora\tOrador\tCargo\tPaís\tTema\tIdioma\tArchivo\nA\t19 de septiembre de " +
			"2011\t10:00\tN\tR\tKenya\tT\t" +
			"en\ta.pdf\nB\t20/09/2011\t15:00\tM\t\tLab\t\t\t\n",
		"Заседание;Дата;Время;Докладчик;Должность;Страна;Тема;Язык;Файл\nA;19 сентября 2011;10:00;N;R;Кения;T;en;" +
			"a.pdf\n" +
			"B;2011-09-20;15:00;M;;Lab;;;\n",
		"会议,日期,时间,发言人,职务,国家,题目,语言,文件\nA,2011-09-19,10：00,N,R,肯尼亚,T,en,a.pdf\nB,2011-09-20,15:00,M,,Lab,,,\n",
		"الجلسة,التاريخ,الوقت,المتحدث,الصفة,البلد,العنوان,اللغة,الملف\nA,2011-09-19,١٠:٠٠,N,R,كينيا,T,en,a.pdf\nB," +
			"2011-09-20,15:00,M,,Lab,,,\n",
	} {
		if got := w.tableOf([]byte(table)).written(); got != want {
			t.Errorf("of\n%s\ncame\n%s", table, got)
		}
	}
	for _, none := range []string{"", "a,b\n", "name,role,delegation\nN,R,Kenya\n", "State,Tonnes\nKenya,5\n",
		"\"session"} {
		if a := w.tableOf([]byte(none)); a != nil {
			t.Errorf("%q is an agenda:\n%s", none, a.written())
		}
	}
}

func TestIndico(t *testing.T) {
	const kenya = `{"_type":"Contribution","title":"T","session":%s,"startDate":{"date":"2011-09-19","tz":"UTC",` +
		`"time":"10:20:00"},"speakers":[{"_type":"ContributionParticipation","first_name":"Wangari",` +
		`"last_name":"Maathai",` +
		`"fullName":"Maathai, Wangari","affiliation":"Government of Kenya"}],"folders":[{"attachments":` +
		`[{"filename":"a.pdf"}]}]}`
	const early = `{"title":"Words of Norway","session":"A","startDate":{"date":"2011-09-19","time":"10:00:00"},` +
		`"speakers":[]}`
	const want = "2011-09-19T10:00 A\n- , , norway, Words of Norway,  \n- Wangari Maathai, , kenya, T,  a.pdf\n"
	for _, export := range []string{
		`{"count":1,"results":[{"contributions":[` + fmt.Sprintf(kenya, `"A"`) + `,` + early + `]}]}`,
		`{"results":[{"contributions":[` + fmt.Sprintf(kenya, `{"title":"A","id":3}`) + `,` + early + `]}]}`,
		`{"results":[{"contributions":[],"sessions":[{"title":"A","startDate":{"date":"2011-09-19",` +
			`"time":"10:00:00"},` +
			`"contributions":[` + fmt.Sprintf(kenya, `"A"`) + `,` + early + `]}]}]}`,
	} {
		if got := indico([]byte(export)).written(); got != want {
			t.Errorf("of\n%s\ncame\n%s", export, got)
		}
	}
	for _, none := range []string{"", "{}", `{"results":[]}`, `{"results":{}}`, "[1]"} {
		if a := indico([]byte(none)); a != nil {
			t.Errorf("%q is an agenda", none)
		}
	}
}

func TestProgramme(t *testing.T) {
	w := &walker{languages: lang.Embedded()}
	for _, c := range []struct{ text, want string }{
		{"# Programme\n\nMonday, 19 September 2011\n\n9:30 Registration\n\n**10:00–11:30** **Opening session**\n\n" +
			"- Statement by H.E. Mr. Jonas Store, Minister for Foreign Affairs of Norway\n- Egypt\n\n11.30 Coffee " +
			"break\n\n" +
			"Session 1: Capacity building\n\n12 noon\n\n2 p.m. - 4.30 p.m.\n\nKenya\n",
			"2011-09-19T10:00 Opening session\n- Mr. Jonas Store, Minister for Foreign Affairs, norway, ,  \n" +
				"- , , egypt, ,  \n2011-09-19T14:00 Session 1: Capacity building\n- , , kenya, ,  \n"},
		{"| 10 h – 11 h | Ouverture |\n|---|---|\n| 10 h 15 | Norvège |\n| 12 h | Déjeuner |\n| 14 h | Débat " +
			"général |\n",
			" Ouverture\n- , , norway, ,  \n Débat général\n"},
		{"10:00 Opening session\n\nMr. A. B., Ambassador of Norway\n\nDr. C. D., ICRC\n\nMs. E. F., Institute of Law\n",
			" Opening session\n- Mr. A. B., Ambassador, norway, ,  \n- Dr. C. D., , icrc, ,  \n" +
				"- Ms. E. F., , Institute of Law, ,  \n"},
		{"| 10:00 | **Session 1** | **Mr. A. B., Ambassador of Norway (Chair)** |\n" +
			"|---|---|---|\n| 10:15 | Kenya | |\n",
			" Session 1\nchair Mr. A. B., Ambassador, norway\n- , , kenya, ,  \n"},
		{"9:30-10:00 Opening session\n\nKeynote: John Smith, University of Oslo\n\n10:00–11:00 Session 1\n\n" +
			"10:00 Jane Doe (NOAA), Stocks in 2011\n\n10:20 Pierre Dupont, IFREMER\n\n10:30 A film on the sea\n\n" +
			"10:40 Kenya\n\nPanellists: Ms. Ana Pérez (Chile); Li Wei, China; " +
			"Tanaka Kenji, Director, Fisheries Lab\n\n" +
			"14:00 The budget\n\n15:00 Maria Silva – Brazil\n",
			" Opening session\n- John Smith, , University of Oslo, ,  \n Session 1\n" +
				"- Jane Doe, , NOAA, Stocks in 2011,  \n- Pierre Dupont, , IFREMER, ,  \n" +
				"- , , , A film on the sea,  \n" +
				"- , , kenya, ,  \n- Ms. Ana Pérez, , chile, ,  \n- Li Wei, , china, ,  \n" +
				"- Tanaka Kenji, Director, Fisheries Lab, ,  \n The budget\n- Maria Silva, , brazil, ,  \n"},
		{"An agenda without hours\n\nKenya\n\nNorway\n", "none"},
	} {
		if got := w.programme(c.text).written(); got != c.want {
			t.Errorf("of\n%s\ncame\n%s", c.text, got)
		}
	}
}

func TestClock(t *testing.T) {
	for words, want := range map[string]string{"10:00": "10:00", "9.30": "09:30", "3 p.m.": "15:00", "12 a.m.": "00:00",
		"15h": "15:00", "15 h 05": "15:05", "14 ч 30": "14:30", "25:00": "", "19.09.2011": "", "Room 3": "",
		"٩:٣٠":     "09:30",
		"12:30 pm": "12:30"} {
		if got := clock(words); got != want {
			t.Errorf("%q is %q, want %q", words, got, want)
		}
	}
}
