package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"rapporteur/sources/diag"
	"rapporteur/sources/office"
)

// This file and words_*.go turn the text of a word processor's file into the blocks that Markdown gives. Word keeps
// a flat list of paragraphs; lists, quotations and captions are found by what stands beside each other.

// officeKinds are the endings of files that sources/office reads.
var officeKinds = []string{".docx", ".odt"}

// changesWords are what may become of tracked changes.
var changesWords = []string{office.Accept, office.Original, office.Refuse}

// IsOffice reports whether a file is a word processor's, in which findings name paragraphs rather than lines.
func IsOffice(file string) bool { return slices.Contains(officeKinds, endingOf(file)) }

// words turns one document into blocks.
type words struct {
	source  office.Source
	folder  *Folder
	v       *Version
	doc     *office.Document
	own     string            // what ids made up here begin with
	ids     map[string]string // by the name of a bookmark that a link leads to
	given   map[string]bool   // ids that a block has got
	notes   map[int]int       // index in the document -> in the Version
	lang    string            // the language of most words, or of those around
	levels  []int             // of the headings that the present one stands under, as the file counts them
	inside  int               // what is around that may hold no heading
	depth   int
	deepest bool
	divided int               // places where runs were divided between languages
	written map[string]string // the scripts of languages
	against struct {          // paragraphs that run against all of their words, and the first of them
		count int
		at    office.Place
	}
}

// office reads a word processor's file into v; start is where the text is named or begins.
func (r *reader) office(v *Version, data []byte, start diag.Pos, item string) {
	at := diag.Pos{File: v.File}
	guarded(r.bag, at, item, func() {
		changes := r.changes
		if changes == "" {
			changes = office.Accept
		}
		source := office.Source{File: v.File, Item: item, Changes: changes, Bag: r.bag}
		doc, err := office.Read(data, source)
		if err != nil {
			r.bag.AddItem("text-broken", at, item, diag.Args{"file": v.File, "why": whyNot(err)})
			return
		}
		w := &words{source: source, folder: r.folder, v: v, doc: doc, ids: map[string]string{},
			given: map[string]bool{}, notes: map[int]int{}}
		sum := sha256.Sum256([]byte(start.String() + "\x00" + v.File))
		w.own = "w-" + hex.EncodeToString(sum[:5]) + "-"
		w.survey()
		v.Blocks = w.blocks(doc.Blocks)
		w.tellDirections()
		if len(v.Blocks) == 0 {
			r.bag.AddItem("empty-text", at, item, nil)
		}
	})
}

// whyNot gives the stable word for why a file cannot be read, which the messages translate.
func whyNot(err error) string {
	for _, known := range []struct {
		err  error
		word string
	}{{office.ErrEncrypted, "password"}, {office.ErrOldWord, "old word"},
		{office.ErrBomb, "bomb"}, {office.ErrTooMuch, "too much"},
		{office.ErrNested, "nested"}, {office.ErrDoctype, "doctype"}, {office.ErrBadName, "bad name"},
		{office.ErrNotArchive, "no archive"}, {office.ErrNoText, "no text"}} {
		if errors.Is(err, known.err) {
			return known.word
		}
	}
	return "broken"
}

func (w *words) pos(at office.Place) diag.Pos {
	return diag.Pos{File: w.source.File, Line: at.Number, Near: at.Near}
}

func (w *words) add(code string, at office.Place, args diag.Args) {
	w.source.Bag.AddItem(code, w.pos(at), w.source.Item, args)
}

// survey finds what has to be known before the first block: the language of most words, and the bookmarks that links
// lead to, with the ids of the paragraphs that they name.
func (w *words) survey() {
	targets := map[string]bool{}
	all := append([][]office.Block{w.doc.Blocks}, w.doc.Notes...)
	for _, list := range all {
		eachPara(list, func(p *office.Para) {
			if text := wordsIn(p.Runs); len(text) > maxUnbroken {
				if offset, count := unbroken(text); offset >= 0 {
					w.add("data-in-text", p.At, unbrokenArgs(text, offset, count))
				}
			}
			for i := range p.Runs {
				r := &p.Runs[i]
				if name, is := strings.CutPrefix(r.Link, "#"); is {
					targets[name] = true
				}
			}
		})
	}
	w.tongues(all)
	var waiting []string
	for i := range w.doc.Blocks { // bookmarks in cells and notes have no paragraph of the report's to lead to
		p := w.doc.Blocks[i].Para
		if p == nil {
			continue
		}
		waiting = append(waiting, p.Bookmarks...)
		if strings.TrimSpace(wordsIn(p.Runs)) == "" || p.Part == office.Code || p.Part == office.Caption {
			continue
		}
		p.Bookmarks = waiting
		for _, name := range waiting {
			if targets[name] && w.ids[name] == "" {
				sum := sha256.Sum256([]byte(waiting[0]))
				w.ids[name] = w.own + hex.EncodeToString(sum[:5])
			}
		}
		waiting = nil
	}
}

// eachPara visits all paragraphs of a list of blocks, those in tables among them.
func eachPara(list []office.Block, visit func(*office.Para)) {
	for _, b := range list {
		if b.Para != nil {
			visit(b.Para)
		}
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for _, c := range row {
				eachPara(c.Blocks, visit)
			}
		}
	}
}

func wordsIn(runs []office.Run) string {
	var b strings.Builder
	for i := range runs {
		b.WriteString(runs[i].Text)
	}
	return b.String()
}
