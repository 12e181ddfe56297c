package document

import (
	"slices"
	"strconv"

	"rapporteur/report/ledger"
	"rapporteur/sources"
)

// A report in volumes has one contents, in the first, and one run of page numbers through all of them: each volume is
// an extract that says which it is.

// InVolumes are the volumes of the report, in order; none where it would be one only. pages says how many pages the
// run has that a part begins; 0 of a part within another's.
func (d *Document) InVolumes(pages func(part int) int) (list []*Document) {
	number := d.volumes(pages)
	if len(number) == 0 {
		return nil
	}
	last := slices.Max(number)
	where := map[string]int{}
	for i := range d.Parts {
		d.Parts[i].identify(func(id string) { where[id] = number[i] })
	}
	for n := 1; last > 1 && n <= last; n++ {
		x := Extract{Report: d.Title, Kind: sources.OutputVolumes, ID: "volume-" + strconv.Itoa(n),
			File: "report-volume-" + strconv.Itoa(n), Volume: n, volumes: where}
		var parts []Part
		for i := range d.Parts {
			if number[i] == n || d.Parts[i].Kind == ledger.Cover {
				parts = append(parts, d.Parts[i])
			}
		}
		list = append(list, d.extract(x, d.Title, parts))
	}
	return list
}

// volumeTitle is "Volume II".
func (d *Document) volumeTitle(n int) string {
	return d.Words.Say("volume", "n", annexNumeral(d.Words, n))
}

// Volume is the numeral of the volume, other than the document, that an id stands in; "" where there is none.
func (d *Document) Volume(id string) string {
	if d.Extract == nil || d.Extract.Volume == 0 || d.Has(id) || d.Extract.volumes[id] == 0 {
		return ""
	}
	return annexNumeral(d.Words, d.Extract.volumes[id])
}

// opens reports whether a part has no words but those that open the part after it, with which it goes: the page or the
// heading of a part of the report, or what divides an original from others.
func (p *Part) opens() bool {
	return !p.HasRun() || p.Kind == ledger.PartPage || p.Kind == ledger.Divider
}

// volumes gives each part the number of its volume, from 1.
func (d *Document) volumes(pages func(part int) int) []int {
	var number []int
	switch d.Volumes.Value {
	case sources.VolumesByPart:
		number = d.byPart()
	case sources.VolumesBySession:
		number = d.bySession()
	default:
		most, err := strconv.Atoi(d.Volumes.Value)
		if err != nil {
			return nil
		}
		number = d.byPages(most, pages)
	}
	for i := len(number) - 2; i >= 0; i-- {
		if d.Parts[i].opens() {
			number[i] = number[i+1]
		}
	}
	return number
}

// byPart begins a volume with each part of the report but the first.
func (d *Document) byPart() []int {
	number, at := make([]int, len(d.Parts)), 0
	for i := range d.Parts {
		if d.Parts[i].Kind == ledger.PartPage {
			at++
		}
		number[i] = max(at, 1)
	}
	return number
}

// byPages begins a volume where the next run, with what opens it, would make it too long. Each has the cover.
func (d *Document) byPages(most int, pages func(part int) int) []int {
	cover := 0
	for i := range d.Parts {
		if d.Parts[i].Kind == ledger.Cover {
			cover += pages(i)
		}
	}
	number, at, filled := make([]int, len(d.Parts)), 1, 0
	for i := range d.Parts {
		n := pages(i)
		for k := i; k+1 < len(d.Parts) && d.Parts[k].opens(); k++ {
			n += pages(k + 1)
		}
		opened := i > 0 && d.Parts[i-1].opens()
		if filled > cover && filled+n > most && n > 0 && !opened {
			at, filled = at+1, cover
		}
		filled += pages(i)
		number[i] = at
	}
	return number
}

// bySession puts what comes before the sessions into the first volume, each session with its statements into one, and
// the rest into the last.
func (d *Document) bySession() []int {
	volume := map[*Session]int{}
	for i := range d.Parts {
		if v := d.Parts[i].Session; v != nil && volume[v] == 0 {
			volume[v] = len(volume) + 2
		}
	}
	around := d.around()
	of := func(p *Part) int {
		v := p.Session
		if v == nil && p.Statement != nil && len(around[p.Statement.Session]) > 0 {
			v = around[p.Statement.Session][0]
		}
		return volume[v]
	}
	number, met := make([]int, len(d.Parts)), false
	for i := range d.Parts {
		p := &d.Parts[i]
		met = met || p.Session != nil
		switch n := of(p); {
		case n > 1:
			number[i] = n
		case met && p.Summary == nil:
			number[i] = 2 + len(volume)
		default:
			number[i] = 1
		}
	}
	return number
}
