package unit

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The measures of text in looks, where size is that of the font: those of the readers that draw such looks themselves.
const (
	usualSize = 12  // of text in several lines, where the field leaves it open
	leastSize = 4   // that text is made smaller to
	mostSize  = 144 // that text is made larger to
	baseline  = 0.3 // the middle of a line of text stands so much above its base line, of the size
	ascender  = 0.8 // the first base line is so much below the top
	leading   = 1.2 // from one base line to the next
	mostLines = 1000
	mostText  = 1 << 16 // characters of a value that are drawn
)

// The steps that a letter costs to be set and an option to be looked at: forms may have many widgets of one field.
const (
	costOfLetter = 16
	costOfOption = 24
)

// pad is the distance of text from the widget's edge.
func (d *drawing) pad() float64 { return max(2*d.border, 2) }

// text draws the value of a text field.
func (d *drawing) text() {
	v := d.letters()
	most, _ := d.s.doc.Int(d.s.inherited(d.w, "MaxLen"))
	switch {
	case v == "":
		d.begin() // empty, but a text (ISO 32000-1, 12.7.3.3)
		d.end()
	case d.ff&multiline != 0:
		d.lines(v)
	case d.ff&comb != 0 && d.ff&(password|fileSelect) == 0 && most > 0:
		d.comb(v, most)
	default:
		d.line(strings.ReplaceAll(v, "\n", " "), false)
	}
}

// letters are what the look of a text field shows of its value.
func (d *drawing) letters() string {
	v := d.value()
	if len(v) > mostText {
		v = strings.ToValidUTF8(v[:mostText], "")
	}
	v = strings.ReplaceAll(strings.ReplaceAll(v, "\r\n", "\n"), "\r", "\n")
	if d.ff&password != 0 {
		v = strings.Repeat("*", len([]rune(v)))
	}
	if !d.s.spendMore(costOfLetter * len(v)) {
		v = "" // as is told
	}
	return v
}

// begin opens the text of a field, which stays within the frame.
func (d *drawing) begin() {
	d.b = append(d.b, "/Tx BMC\nq\n"...)
	d.op("re", d.border, d.border, max(d.width-2*d.border, 0), max(d.h-2*d.border, 0))
	d.b = append(d.b, "W n\n"...)
}

func (d *drawing) end() { d.b = append(d.b, "Q\nEMC\n"...) }

// across is where a line begins, by the field's quadding (ISO 32000-1, table 222).
func (d *drawing) across(width float64) float64 {
	q, _ := d.s.doc.Int(d.s.inherited(d.w, "Q"))
	switch q {
	case 1:
		return (d.width - width) / 2
	case 2:
		return d.width - width - d.pad()
	}
	return d.pad()
}

// line draws one line, in the middle of the height; centred it stands in the middle of the width, too.
func (d *drawing) line(text string, centred bool) {
	if text == "" {
		return
	}
	d.write(text)
	width := d.wide(text)
	size := d.style.Size
	if size <= 0 {
		size = (d.h - 2*d.border) * 0.75
		if room := d.width - 2*d.pad(); width > 0 && size*width/1000 > room {
			size = room * 1000 / width
		}
		size = min(max(size, leastSize), mostSize)
	}
	x := d.across(size * width / 1000)
	if centred {
		x = (d.width - size*width/1000) / 2
	}
	d.begin()
	d.put(text, size, x, d.h/2-baseline*size)
	d.end()
}

// lines draws text in several lines. Where the size is open, it is made smaller until they have room.
func (d *drawing) lines(text string) {
	d.write(text)
	size := d.style.Size
	set := d.wrapped(text, max(size, 0))
	if size <= 0 {
		size = usualSize
		high := func() bool { return float64(len(set))*leading*size > d.h-2*d.pad() }
		for set = d.wrapped(text, size); size > leastSize && high() && d.s.spendMore(costOfLetter*len(text)); {
			size--
			set = d.wrapped(text, size)
		}
	}
	d.begin()
	y := d.h - d.pad() - ascender*size
	for _, line := range set {
		if y < -size {
			break
		}
		d.put(line, size, d.across(size*d.wide(line)/1000), y)
		y -= leading * size
	}
	d.end()
}

// wrapped breaks text into lines between words, and within one that is wider than the field.
func (d *drawing) wrapped(text string, size float64) []string {
	room := (d.width - 2*d.pad()) * 1000 / max(size, 1)
	var out []string
	for para := range strings.SplitSeq(text, "\n") {
		line, used, blank := "", 0.0, d.wide(" ")
		for word := range strings.SplitSeq(para, " ") {
			w := d.wide(word)
			if line != "" && used+blank+w > room {
				out = append(out, line)
				line, used = "", 0
			}
			if line != "" {
				line, used = line+" "+word, used+blank+w
				continue
			}
			line, used = word, w
			if w <= room {
				continue
			}
			line, used = "", 0
			for _, r := range word {
				step := d.wide(string(r))
				if line != "" && used+step > room {
					out = append(out, line)
					line, used = "", 0
				}
				line, used = line+string(r), used+step
			}
		}
		if out = append(out, line); len(out) > mostLines {
			return out[:mostLines]
		}
	}
	return out
}

// comb draws each character in the middle of a cell of its own (ISO 32000-1, table 228), and leaves cells empty by the
// field's quadding.
func (d *drawing) comb(text string, cells int) {
	d.write(text)
	cell := d.width / float64(cells)
	size := d.style.Size
	if size <= 0 {
		size = min(max(min((d.h-2*d.border)*0.75, cell), leastSize), mostSize)
	}
	d.begin()
	letters := []rune(text)
	letters = letters[:min(len(letters), cells)]
	q, _ := d.s.doc.Int(d.s.inherited(d.w, "Q"))
	empty := (cells - len(letters)) * min(max(q, 0), 2) / 2
	for i, r := range letters {
		letter := string(r)
		d.put(letter, size, (float64(empty+i)+0.5)*cell-size*d.wide(letter)/2000, d.h/2-baseline*size)
	}
	d.end()
}

// caption draws the caption of a button.
func (d *drawing) caption() { d.line(d.s.text(d.mk["CA"]), true) }

// option is what an entry of Opt shows, and the value that it stands for (ISO 32000-1, table 231).
func (d *drawing) option(o types.Object) (shown, value string) {
	if pair := d.s.doc.Array(o); len(pair) == 2 {
		return d.s.text(pair[1]), d.s.text(pair[0])
	}
	shown = d.s.text(o)
	return shown, shown
}

// chosen is what a combo box shows: its value as the option shows it, or as it was typed.
func (d *drawing) chosen() string {
	o := d.s.inherited(d.w, "V")
	if list := d.s.doc.Array(o); len(list) > 0 {
		o = list[0]
	}
	v := d.s.text(o)
	for _, e := range d.s.doc.Array(d.s.inherited(d.w, "Opt")) {
		if !d.s.spendMore(costOfOption) {
			break
		}
		if shown, value := d.option(e); value == v {
			return shown
		}
	}
	return v
}

// marked are the values that are chosen in a list box.
func (d *drawing) marked() map[string]bool {
	chosen := map[string]bool{}
	v := d.s.inherited(d.w, "V")
	for _, o := range append(d.s.doc.Array(v), v) {
		if _, is := d.s.doc.String(o); is {
			chosen[d.s.text(o)] = true
		}
	}
	return chosen
}

// list draws the options of a list box from the first that shows (TI), the chosen ones on a ground of their own.
func (d *drawing) list() {
	options := d.s.doc.Array(d.s.inherited(d.w, "Opt"))
	first, _ := d.s.doc.Int(d.s.inherited(d.w, "TI"))
	first = min(max(first, 0), len(options))
	chosen := d.marked()
	size := d.style.Size
	if size <= 0 {
		size = usualSize
	}
	d.begin()
	top := d.h - d.pad()
	room := options[first:]
	room = room[:min(len(room), int(top/(leading*size))+1)]
	var all []string
	for _, o := range room {
		shown, _ := d.option(o)
		all = append(all, shown)
	}
	if words := strings.Join(all, " "); strings.TrimSpace(words) != "" {
		d.write(words)
	}
	for _, o := range room {
		if top <= 0 || !d.s.spend() {
			break
		}
		shown, value := d.option(o)
		if chosen[value] {
			d.op("rg", 0.6, 0.757, 0.855) // as readers mark what is chosen
			d.op("re", d.border, top-leading*size, max(d.width-2*d.border, 0), leading*size)
			d.op("f")
		}
		if shown != "" {
			d.put(shown, size, d.pad(), top-leading*size/2-baseline*size)
		}
		top -= leading * size
	}
	d.end()
}
