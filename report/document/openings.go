package document

import (
	"rapporteur/report/ledger"
)

// Opening says where a part begins.
type Opening string

// The openings, as the manifest names them. A right-hand page is one with an odd physical number.
const (
	RightPage Opening = "right-page"
	NextPage  Opening = "page"
	FollowOn  Opening = "follow-on" // where the part before it ends
)

// Plain reports whether the report is a plain one: its title and contents stand at the head of page one, and what is
// typeset follows on.
func (d *Document) Plain() bool { return d.Settings.Profile.Value == "plain" }

// Straight reports whether pages are numbered through from the first one, and none bears a roman number.
func (d *Document) Straight() bool { return d.Plain() || d.Settings.Pagination.Value == "straight" }

// Opens says where parts of a kind begin. An original's pages are its own, and so is what divides it from others.
func (d *Document) Opens(k ledger.Kind) Opening {
	set := d.Settings.Openings
	given := ""
	switch {
	case k == ledger.Statement:
		given = set.Statements.Value
	case k == ledger.Annex:
		given = set.Annexes.Value
	case k.Chapter():
		given = set.Chapters.Value
	}
	switch {
	case given != "":
		return Opening(given)
	case d.Plain() && k == ledger.Annex, k == ledger.Divider, k.Received():
		return NextPage
	case d.Plain():
		return FollowOn
	case k.Right():
		return RightPage
	}
	return NextPage
}
