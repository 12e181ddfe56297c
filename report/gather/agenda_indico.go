package gather

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"rapporteur/report/states"
)

// indicoEvent is an event as Indico exports it (/export/event/ID.json, detail contributions or sessions).
type indicoEvent struct {
	Title         string               `json:"title"`
	Start         indicoMoment         `json:"startDate"`
	End           indicoMoment         `json:"endDate"`
	Room          string               `json:"room"`
	Place         string               `json:"location"`
	Contributions []indicoContribution `json:"contributions"`
	Sessions      []struct {
		Title         string               `json:"title"`
		Start         indicoMoment         `json:"startDate"`
		Contributions []indicoContribution `json:"contributions"`
	} `json:"sessions"`
}

// indicoContribution is what somebody speaks about. Its session is a title, in some versions with more beside it.
type indicoContribution struct {
	Title    string          `json:"title"`
	Session  json.RawMessage `json:"session"`
	Start    indicoMoment    `json:"startDate"`
	Speakers []indicoPerson  `json:"speakers"`
	Primary  []indicoPerson  `json:"primaryauthors"`
	Folders  []struct {
		Attachments []struct {
			File string `json:"filename"`
		} `json:"attachments"`
	} `json:"folders"`
}

type indicoMoment struct {
	Date string `json:"date"`
	Time string `json:"time"`
}

type indicoPerson struct {
	First       string `json:"first_name"`
	Last        string `json:"last_name"`
	Full        string `json:"fullName"` // the last name first, after it a comma
	Affiliation string `json:"affiliation"`
}

// indico reads an agenda from an export of Indico; nil where the file is none.
func indico(data []byte) *agenda {
	var export struct {
		Results []indicoEvent `json:"results"`
	}
	if json.Unmarshal(data, &export) != nil || len(export.Results) == 0 {
		return nil
	}
	a := &agenda{}
	a.title, a.event = export.Results[0].held()
	for _, event := range export.Results {
		for _, s := range event.Sessions {
			m := a.meeting(s.Title, s.Start.moment())
			for _, c := range inOrder(s.Contributions) {
				m.entries = append(m.entries, c.entries()...)
			}
		}
		for _, c := range inOrder(event.Contributions) {
			m := a.meeting(c.session(), c.Start.moment())
			m.entries = append(m.entries, c.entries()...)
		}
	}
	slices.SortStableFunc(a.meetings, func(x, y *meeting) int { return cmp.Compare(x.date, y.date) })
	return a
}

// held gives the title of an event, and the lines that a manifest has of when and where it was.
func (e *indicoEvent) held() (title string, lines []string) {
	for _, day := range []struct{ key, date string }{{"from", e.Start.Date}, {"to", e.End.Date}} {
		if isoDay.FindString(day.date) != "" && len(day.date) == len("2011-06-23") {
			lines = append(lines, day.key+": "+day.date)
		}
	}
	var where []string
	for _, place := range []string{e.Room, e.Place} {
		if place = strings.Join(strings.Fields(place), " "); place != "" {
			where = append(where, place)
		}
	}
	if len(where) > 0 {
		lines = append(lines, "place: "+quoted(strings.Join(where, ", ")))
	}
	return strings.Join(strings.Fields(e.Title), " "), lines
}

func inOrder(list []indicoContribution) []indicoContribution {
	slices.SortStableFunc(list, func(a, b indicoContribution) int {
		return cmp.Compare(a.Start.moment(), b.Start.moment())
	})
	return list
}

// moment is as a manifest has it.
func (m indicoMoment) moment() string {
	if len(m.Date) != len("2011-06-23") {
		return ""
	}
	return moment(m.Date, m.Time[:min(len(m.Time), len("08:20"))])
}

func (c *indicoContribution) session() string {
	var title string
	var more struct {
		Title string `json:"title"`
	}
	if json.Unmarshal(c.Session, &title) != nil && json.Unmarshal(c.Session, &more) == nil {
		title = more.Title
	}
	return title
}

// entries are those of the speakers of a contribution; of its authors where nobody is said to speak.
func (c *indicoContribution) entries() (list []*entry) {
	speakers := c.Speakers
	if len(speakers) == 0 {
		speakers = c.Primary
	}
	var files []string
	for _, f := range c.Folders {
		for _, a := range f.Attachments {
			files = append(files, a.File)
		}
	}
	for _, s := range speakers {
		name := strings.TrimSpace(s.First + " " + s.Last)
		if last, first, two := strings.Cut(s.Full, ","); name == "" && two {
			name = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
		}
		e := &entry{person: person{name: cmp.Or(name, s.Full)}, title: c.Title, delegation: s.Affiliation, files: files}
		e.party, _, _ = states.In(states.Folded(s.Affiliation))
		list = append(list, e)
	}
	if len(list) == 0 && c.Title != "" {
		e := &entry{title: c.Title, files: files}
		e.party, _, _ = states.In(states.Folded(c.Title))
		list = append(list, e)
	}
	return list
}
