package gather

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/report/states"
)

// The parts of a report that a file may be, as their keys in the manifest are called.
const (
	asSummary      = "summary"
	asFront        = "front"
	asIntroduction = "introduction"
	asConclusions  = "conclusions"
	asParticipants = "participants"
	asAnnex        = "annexes"
	asIntro        = "intro"
	asDebate       = "debate"
)

// genres are the words by which the name of a file says what it is.
var genres = []struct{ role, words string }{
	{asParticipants, "participants participantes teilnehmer участники участников 与会者"},
	{asAnnex, "programme program agenda programa программа annex annexe anexo приложение map carte mapa карта"},
	{asSummary, "summary resume resumen"},
	{asFront, "foreword preface avant prologo предисловие"},
	{asConclusions, "conclusions conclusion conclusiones выводы"},
	{asDebate, "debate debat debats discussion discussions debates"},
	{asIntro, "intro"},
	{asIntroduction, "introduction background historique antecedentes objectives objectifs"},
}

// usual are words that the names of files have of statements, and that say nothing of one.
var usual = strings.Fields(`statement statements speech address remarks intervention interventions declaration discours
	allocution declaracion discurso intervencion выступление заявление речь بيان كلمه كلمة 发 言 讲 话 text texte texto
	delivered as by of the de la le les du des del d l to for from and et original originals scan scanned signed signe
	delegation mission permanent on au aux h e he mr ms amb doc pdf word unofficial translation traduction check against
	delivery`)

// kindsOfFolders are names of folders that say what kind of files lie there, and not which session.
var kindsOfFolders = strings.Fields(`texts text textes originals original originaux pdf pdfs word docx statements
	declarations attachments pieces jointes files fichiers documents docs mail inbox english french spanish russian
	arabic chinese en fr es ru ar zh anglais francais espagnol russe arabe chinois received sent discours speeches`)

// genre finds what part of the report a file is, where its party is not named, and leaves of the words those that say
// something.
func (l *label) genre() {
	words := states.Folded(strings.Join(l.rest, " "))
	for _, g := range genres {
		if l.role == "" && l.party == nil && slices.ContainsFunc(strings.Fields(g.words), func(w string) bool {
			return slices.Contains(words, w)
		}) {
			l.role = g.role
		}
	}
	l.rest = slices.DeleteFunc(l.rest, func(token string) bool {
		f := states.Folded(token)
		return strings.IndexFunc(token, unicode.IsLetter) < 0 ||
			!slices.ContainsFunc(f, func(w string) bool { return !slices.Contains(usual, w) })
	})
}

// sessionOf gives the folder that is a file's session: the first on its path that does not say only of which kind the
// files are, or whose. title is its name without the number that it is sorted by; both are "" where there is none.
func sessionOf(dir string) (folder, title string) {
	parts := strings.Split(dir, "/")
	for i, part := range parts {
		f := states.Folded(part)
		if dir == "." || states.Whole(part) != nil || !slices.ContainsFunc(f, func(w string) bool {
			return !slices.Contains(kindsOfFolders, w)
		}) {
			continue
		}
		title = strings.TrimLeftFunc(strings.ReplaceAll(part, "_", " "), func(r rune) bool {
			return !unicode.IsLetter(r)
		})
		if title == "" {
			title = part
		}
		return strings.Join(parts[:i+1], "/"), title
	}
	return "", ""
}
