package verify_test

import (
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"rapporteur/report/ledger"
	"rapporteur/report/shown"
	"rapporteur/report/verify"
)

// TestLedgerAlone changes what only the ledger says.
func TestLedgerAlone(t *testing.T) {
	var list []planting
	for what, change := range map[string]func(l *ledger.Ledger){
		"an original's sum":       func(l *ledger.Ledger) { l.Statements[0].Originals[0].SHA256 = "0" },
		"a status":                func(l *ledger.Ledger) { l.Statements[0].Status = "withdrawn" },
		"a session":               func(l *ledger.Ledger) { l.Statements[0].Session = "other" },
		"a number":                func(l *ledger.Ledger) { l.Recommendations[0].Number = 99 },
		"a recommendation":        func(l *ledger.Ledger) { l.Recommendations = l.Recommendations[1:] },
		"a paragraph":             func(l *ledger.Ledger) { l.Anchors["opening"] = ledger.Anchor{Paragraph: 9} },
		"a kind of page":          func(l *ledger.Ledger) { l.Account[1].Kind = ledger.Annex },
		"words of the contents":   func(l *ledger.Ledger) { l.Contents[0].Text = "otherwise" },
		"the program":             func(l *ledger.Ledger) { l.Program = "another" },
		"what was found":          func(l *ledger.Ledger) { l.Diagnostics = make([]ledger.Diagnostic, 1) },
		"what it was made from":   func(l *ledger.Ledger) { l.Sources["report.yaml"] = "0" },
		"what an original lacked": func(l *ledger.Ledger) { l.Statements[0].Originals[0].Facts.Title = "otherwise" },
	} {
		list = append(list, planting{what, func(b *built) { change(b.ledger) }, verify.LedgerOther})
	}
	list = append(list, planting{"all sums", func(b *built) { b.ledger.Shown = nil }, verify.NotPromised})
	plantAll(t, list)
}

// TestLedgerAndDigest changes what the ledger says and mends the sum of it that stands in the PDF: what can be read
// from the pages is found to be otherwise there.
func TestLedgerAndDigest(t *testing.T) {
	var list []planting
	for what, c := range map[string]struct {
		change func(l *ledger.Ledger)
		want   string
	}{
		"a number":              {func(l *ledger.Ledger) { l.Recommendations[3].Number = 99 }, verify.NotPrinted},
		"two numbers exchanged": {func(l *ledger.Ledger) { swapNumbers(l.Recommendations) }, verify.NotPrinted},
		"a paragraph": {func(l *ledger.Ledger) {
			l.Anchors["appeal-dialogue"] = withParagraph(l.Anchors["appeal-dialogue"], 26)
		}, verify.NotPrinted},
		"a paragraph without its number": {func(l *ledger.Ledger) {
			l.Anchors["appeal-dialogue"] = withParagraph(l.Anchors["appeal-dialogue"], 0)
		}, verify.NotPrinted},
		"a number where no paragraph is": {func(l *ledger.Ledger) {
			l.Anchors["norway"] = withParagraph(l.Anchors["norway"], 7)
		}, verify.NotPrinted},
		"a label of an original": {func(l *ledger.Ledger) { l.Statements[0].Originals[0].Labels[0] = "1" },
			verify.NotPrinted},
		"words of the contents": {func(l *ledger.Ledger) { l.Contents[9].Text += "." }, verify.ContentsText},
		"fewer words of them": {func(l *ledger.Ledger) { l.Contents[9].Text = l.Contents[9].Text[3:] },
			verify.ContentsText},
		"a place of the contents": {func(l *ledger.Ledger) { l.Contents[9].Target = l.Contents[10].Target },
			verify.ContentsText},
		"the program": {func(l *ledger.Ledger) { l.Program = "another" }, verify.Metadata},
		"the date":    {func(l *ledger.Ledger) { l.Date += "T12:00" }, verify.Metadata},
		"an item's text": {func(l *ledger.Ledger) {
			l.Shown.Items["norway"] = l.Shown.Items["egypt"]
		}, verify.ItemWords},
		"a chapter called blank":         {called(ledger.Chapter, ledger.Blank), verify.AccountKind},
		"a statement called blank":       {called(ledger.Statement, ledger.Blank), verify.AccountKind},
		"a cover called blank":           {called(ledger.Cover, ledger.Blank), verify.AccountKind},
		"a cover called a chapter":       {called(ledger.Cover, ledger.Chapter), verify.AccountKind},
		"a statement called a chapter":   {called(ledger.Statement, ledger.Chapter), verify.AccountKind},
		"a statement called an annex":    {called(ledger.Statement, ledger.Annex), verify.AccountKind},
		"an annex called a statement":    {called(ledger.Annex, ledger.Statement), verify.AccountKind},
		"a chapter called a divider":     {called(ledger.Chapter, ledger.Divider), verify.AccountKind},
		"a blank page called a chapter":  {called(ledger.Blank, ledger.Chapter), verify.AccountKind},
		"a page called what nobody says": {called(ledger.Chapter, "nonsense"), verify.AccountKind},
		"a page called nothing":          {called(ledger.Chapter, ""), verify.AccountKind},
		"a chapter called a session":     {called(ledger.Chapter, ledger.Session), verify.AccountKind},
		"a chapter called front matter":  {called(ledger.Chapter, ledger.Front), verify.AccountKind},
		"front matter called a chapter":  {called(ledger.Front, ledger.Chapter), verify.AccountKind},
		"a divider called an index":      {called(ledger.Divider, ledger.Index), verify.AccountKind},
		"the last recommendation left out": {func(l *ledger.Ledger) {
			l.Recommendations = l.Recommendations[:len(l.Recommendations)-1]
		}, verify.NotPrinted},
		"the first recommendation left out": {func(l *ledger.Ledger) { l.Recommendations = l.Recommendations[1:] },
			verify.NotPrinted},
		"a recommendation left out": {func(l *ledger.Ledger) {
			l.Recommendations = slices.Delete(l.Recommendations, 4, 5)
		}, verify.NotPrinted},
		"all recommendations left out": {func(l *ledger.Ledger) { l.Recommendations = nil }, verify.NotPrinted},
		"statements in another order": {func(l *ledger.Ledger) {
			l.Statements[0], l.Statements[1] = l.Statements[1], l.Statements[0]
		}, verify.ItemOrder},
		"annexes in another order": {func(l *ledger.Ledger) {
			l.Annexes[0], l.Annexes[2] = l.Annexes[2], l.Annexes[0]
		}, verify.ItemOrder},
		"an annex left out": {func(l *ledger.Ledger) { l.Annexes = l.Annexes[:2] }, verify.AccountKind},
		"a statement left out": {func(l *ledger.Ledger) { l.Statements = l.Statements[1:] },
			verify.AccountKind},
		"a summary left out":           {func(l *ledger.Ledger) { l.Summary = nil }, verify.AccountKind},
		"the pages of a text left out": {func(l *ledger.Ledger) { l.Statements[1].Text = nil }, verify.AccountKind},
		"no page of a recommendation":  {func(l *ledger.Ledger) { l.Recommendations[2].Page = 0 }, verify.ItemPage},
		"recommendations in another order": {func(l *ledger.Ledger) {
			l.Recommendations[0], l.Recommendations[1] = l.Recommendations[1], l.Recommendations[0]
		}, verify.NotPrinted},
		"a level of the outline": {func(l *ledger.Ledger) { l.Outline[len(l.Outline)-1].Level += 2 },
			verify.OutlineLevel},
		"another session": {func(l *ledger.Ledger) { l.Statements[0].Session = l.Statements[9].Session },
			verify.NotPrinted},
		"a session that is not there": {func(l *ledger.Ledger) { l.Statements[0].Session = "nowhere" },
			verify.NotPrinted},
		"the session of a panel": {func(l *ledger.Ledger) {
			i := slices.IndexFunc(l.Statements, func(it ledger.Item) bool { return it.ID == "unodc" })
			l.Statements[i].Session = "closing"
		}, verify.NotPrinted},
		"a field of a form more":  {func(l *ledger.Ledger) { formOf(l).Fields++ }, verify.FormFields},
		"a form without its sum":  {func(l *ledger.Ledger) { formOf(l).SHA256 = "" }, verify.FormDiffers},
		"an item's text left out": {func(l *ledger.Ledger) { delete(l.Shown.Items, "r2") }, verify.ItemWords},
	} {
		list = append(list, planting{what, func(b *built) {
			c.change(b.ledger)
			b.mendDigest()
		}, c.want})
	}
	plantAll(t, list)
}

// called calls the first pages of a kind otherwise.
func called(is, other ledger.Kind) func(l *ledger.Ledger) {
	return func(l *ledger.Ledger) {
		i := slices.IndexFunc(l.Account, func(a ledger.Account) bool { return a.Kind == is })
		l.Account[i].Kind = other
	}
}

// formOf is the first form of an original.
func formOf(l *ledger.Ledger) *ledger.Form {
	for _, it := range l.Statements {
		for _, o := range it.Originals {
			if o.Form != nil {
				return o.Form
			}
		}
	}
	return nil
}

func swapNumbers(list []ledger.Recommendation) {
	list[0].Number, list[1].Number = list[1].Number, list[0].Number
}

func withParagraph(a ledger.Anchor, n int) ledger.Anchor {
	a.Paragraph = n
	return a
}

// mendDigest writes the ledger's sum into the report, and the sum of that into the ledger.
func (b *built) mendDigest() {
	b.t.Helper()
	sum, err := b.ledger.Sum()
	if err != nil {
		b.t.Fatal(err)
	}
	info := b.dict(ref(b.doc.InfoNumber()))
	info["RapporteurLedger"] = types.StringLiteral(sum)
	none := shown.New(1, 0, func(int) (int, bool) { return 0, false })
	all := none.Sums(shown.Frame{Info: info, Dict: func(types.Object) types.Dict { return nil }})
	b.ledger.Shown.Whole["Info/RapporteurLedger"] = all.Whole["Info/RapporteurLedger"]
}
