package office

import "strings"

// numbering are the lists of a file (ECMA-376-1, 17.9), with how far each has counted.
type numbering struct {
	abstract map[string]*abstractList
	lists    map[string]*list
}

// abstractList says how the levels of lists count; the lists that share it count on.
type abstractList struct {
	id      string
	levels  [9]*level
	linked  string // the style that has the levels instead
	counted [9]int
	begun   [9]bool
}

type level struct {
	format, text string
	start        int
	restart      int // the level (from 1) whose items restart it; 0 never, -1 the usual
	legal        bool
	indent       int
}

// list is one use of an abstract list; it may begin anew at some levels.
type list struct {
	id       string
	abstract string
	starts   map[int]int
	levels   map[int]*level
	used     map[int]bool
}

func readNumbering(tree *node) *numbering {
	n := &numbering{abstract: map[string]*abstractList{}, lists: map[string]*list{}}
	tree = tree.kid("w:numbering")
	if tree == nil {
		return n
	}
	for _, k := range tree.kids {
		switch k.name {
		case "w:abstractNum":
			a := &abstractList{id: k.get("w:abstractNumId"), linked: k.val("w:numStyleLink")}
			for _, l := range k.kids {
				if i := number(l.get("w:ilvl"), -1); l.name == "w:lvl" && i >= 0 && i < len(a.levels) {
					a.levels[i] = levelOf(l)
				}
			}
			n.abstract[a.id] = a
		case "w:num":
			l := &list{id: k.get("w:numId"), abstract: k.val("w:abstractNumId"), starts: map[int]int{},
				levels: map[int]*level{}, used: map[int]bool{}}
			for _, o := range k.kids {
				i := number(o.get("w:ilvl"), -1)
				if o.name != "w:lvlOverride" || i < 0 || i > 8 {
					continue
				}
				if lvl := o.kid("w:lvl"); lvl != nil {
					l.levels[i] = levelOf(lvl)
				}
				if start := o.val("w:startOverride"); start != "" {
					l.starts[i] = number(start, 1)
				}
			}
			n.lists[l.id] = l
		}
	}
	return n
}

func levelOf(n *node) *level {
	l := &level{format: n.val("w:numFmt"), text: n.val("w:lvlText"), start: number(n.val("w:start"), 0),
		restart: number(n.val("w:lvlRestart"), -1), legal: n.on("w:isLgl"),
		indent: indentOf(n.kid("w:pPr"), 0)}
	return l
}

// indentOf reads a paragraph's distance from the start side.
func indentOf(para *node, other int) int {
	ind := para.kid("w:ind")
	for _, name := range []string{"w:start", "w:left"} {
		if v := ind.get(name); v != "" {
			return number(v, other)
		}
	}
	return other
}

// item gives the place of a paragraph in its list and counts on; nil where numbers name no list, or none that is seen.
// strange is the name of a format that is written in decimal figures for want of a better.
func (n *numbering) item(s *styles, numbers *node) (it *Item, indent int, strange string) {
	id := numbers.val("w:numId")
	l := n.lists[id]
	if l == nil {
		return nil, 0, ""
	}
	a := n.abstract[l.abstract]
	if a != nil && a.linked != "" {
		if st := s.get(a.linked); st != nil {
			if other := n.lists[st.number.val("w:numId")]; other != nil && n.abstract[other.abstract] != nil {
				a = n.abstract[other.abstract]
			}
		}
	}
	if a == nil {
		return nil, 0, ""
	}
	at := min(max(number(numbers.val("w:ilvl"), 0), 0), 8)
	lvl := l.level(a, at)
	if lvl == nil {
		return nil, 0, ""
	}
	if lvl.format == "bullet" {
		a.restart(l, at)
		return &Item{List: a.id, Level: at, Format: "bullet"}, lvl.indent, ""
	}
	a.count(l, at, lvl)
	label, strange := a.label(l, at, lvl)
	if strings.TrimSpace(label) == "" {
		return nil, lvl.indent, ""
	}
	return &Item{List: a.id, Level: at, Label: strings.TrimSpace(label), Number: a.counted[at], Format: lvl.format},
		lvl.indent, strange
}

func (l *list) level(a *abstractList, at int) *level {
	if own := l.levels[at]; own != nil {
		return own
	}
	return a.levels[at]
}

// count takes the next number of a level. A list that is used for the first time may begin anew.
func (a *abstractList) count(l *list, at int, lvl *level) {
	start, anew := l.starts[at]
	switch {
	case anew && !l.used[at]:
		a.counted[at] = start
	case !a.begun[at]:
		a.counted[at] = lvl.start
	default:
		a.counted[at]++
	}
	l.used[at], a.begun[at] = true, true
	a.restart(l, at)
}

// restart makes the levels below one begin again.
func (a *abstractList) restart(l *list, at int) {
	for i := at + 1; i < len(a.levels); i++ {
		lvl := l.level(a, i)
		if lvl == nil || lvl.restart == -1 || lvl.restart > at {
			a.begun[i] = false
		}
	}
}

// label writes what stands before an item: its text with %1 … %9 for the numbers of the levels.
func (a *abstractList) label(l *list, at int, lvl *level) (label, strange string) {
	var b strings.Builder
	for i := 0; i < len(lvl.text); i++ {
		c := lvl.text[i]
		if c != '%' || i+1 == len(lvl.text) || lvl.text[i+1] < '1' || lvl.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		k := int(lvl.text[i] - '1')
		other := l.level(a, k)
		if other == nil || k > at {
			continue
		}
		n := a.counted[k]
		if !a.begun[k] {
			n = other.start
		}
		format := other.format
		if lvl.legal {
			format = "decimal"
		}
		s, known := numeral(n, format)
		if !known {
			strange = format
		}
		b.WriteString(s)
	}
	return b.String(), strange
}
