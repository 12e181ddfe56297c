package report

import (
	"testing"

	"rapporteur/report/document"
	"rapporteur/report/states"
)

// TestOtherSpeaker: what the head of an original says tells whose it is, in any language, whatever the speaker is; the
// speaker's own name there, the host's and a State that is merely spoken of tell nothing.
func TestOtherSpeaker(t *testing.T) {
	norway := &document.Party{Key: "norway", Name: "Norway", Names: []string{"Norway", "Norvège"}}
	kenya := &document.Party{Key: "kenya", Name: "Kenya", Names: []string{"Kenya"}}
	group := &document.Party{Key: "g", Name: "Group of Friends", Names: []string{"Group of Friends"}}
	chile := &document.Party{Name: "Republic of Chile"} // of a report without a list
	listed := []*document.Party{norway, kenya, group}
	for _, c := range []struct {
		head, place string
		own         *document.Party
		all         []*document.Party
		want        string
	}{
		{"Statement by the Permanent Representative of Norway Mr. President, we thank Kenya.", "", kenya, listed,
			"Norway"},
		{"Statement by the Permanent Representative of Norway Mr. President", "", norway, listed, ""},
		{"Minister for Foreign Affairs of the Kingdom of Norway Thank you", "", kenya, listed, "Norway"},
		{"Intervención de la Representante Permanente de Noruega Señor Presidente", "", kenya, listed, "Norway"},
		{"Déclaration de la Norvège", "", kenya, listed, "Norway"},
		{"Выступление представителя Норвегии", "", kenya, listed, "Norway"},
		{"بيان وفد النرويج", "", kenya, listed, "Norway"},
		{"挪威代表团的发言", "", kenya, listed, "Norway"},
		{"Statement by the Minister of Japan", "", kenya, listed, "Japan"},
		{"Statement on behalf of the Group of Friends", "", kenya, listed, "Group of Friends"},
		{"Statement by Peru", "", chile, nil, "Peru"},
		{"Statement by Chile, thanking Peru", "", chile, nil, ""},
		{"NORWAY Check against delivery We came.", "", kenya, listed, "Norway"},
		{"Nairobi, Kenya, May 2011. Statement by the delegation of Norway", "Nairobi, Kenya", kenya, listed, "Norway"},
		{"Nairobi, Kenya, May 2011. We came.", "Nairobi, Kenya", norway, listed, ""},
		{"Statement to the Conference in Japan by the Minister. We of Kenya came.", "", kenya, listed, ""},
		{"Statement by the Minister on the situation in Japan", "", kenya, listed, ""},
		{"Permanent Mission, New York. We thank Japan and Norway. Kenya has come.", "", kenya, listed, ""},
	} {
		d := &document.Document{Lang: "en", Parties: c.all, Event: document.Event{Place: c.place}}
		found := ""
		if m := another(mentions(d, []*document.Party{c.own}, states.Folded(c.head))); m != nil {
			found = m.name
		}
		if found != c.want {
			t.Errorf("%s, of %s: %q, want %q", c.head, c.own.Name, found, c.want)
		}
	}
}
