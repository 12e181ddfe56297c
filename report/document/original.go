package document

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"

	"rapporteur/sources"
	"rapporteur/sources/diag"
)

// Original is a file that was handed in, as the manifest speaks of it. What opening it shows (its pages, its hash,
// its faults) does not live here: it is given beside the document to those who need it.
type Original struct {
	ID         string // of its run and of the anchor at its first page; no id of the manifest is like it
	Item       string // id of the statement, the summary or the annex that it belongs to
	File       string
	SHA256     string // as the manifest gives it; "" if it does not
	Lang, Kind string
	Alt        string      // what a picture shows; "" where nobody has said it
	Ranges     []PageRange // pages to reproduce, in order; none: all
	Passwords  []string    // never printed
	// AttachAccepted: the file may be attached though it acts; AttachmentsAccepted: files that are attached to it may
	// be taken though they do.
	AttachAccepted, AttachmentsAccepted bool
	Damaged                             bool // it is taken though pages of it are lost
	Substitute                          bool // open fonts take the place of those that it does not hold
	Pos                                 diag.Pos
}

// PageRange is the first and the last page of a range, from 1, both in.
type PageRange struct{ First, Last int }

// maxTaken is how many pages of an original the manifest may ask for in all: more than the longest volume has, and few
// enough to stop a range that is repeated ten thousand times.
const maxTaken = 100_000

// ErrTooManyPages is ranges that ask for more pages than any report has.
var ErrTooManyPages = errors.New("too many pages are asked for")

// NoPageError is a page that a file does not have, from 1.
type NoPageError struct{ Page int }

func (e *NoPageError) Error() string { return fmt.Sprintf("there is no page %d", e.Page) }

// Take gives the indexes, from 0, of the pages to reproduce of a file of count pages. Ranges are never expanded
// beyond the file: a page that it does not have is a *NoPageError, more than 100,000 pages in all are
// ErrTooManyPages.
func (o *Original) Take(count int) ([]int, error) {
	ranges := o.Ranges
	if len(ranges) == 0 {
		ranges = []PageRange{{1, count}}
	}
	var pages []int
	for _, r := range ranges {
		if r.Last > count {
			return nil, &NoPageError{max(r.First, count+1)}
		}
		if len(o.Ranges) > 0 && len(pages)+r.Last-r.First+1 > maxTaken {
			return nil, ErrTooManyPages
		}
		for p := r.First; p <= r.Last; p++ {
			pages = append(pages, p-1)
		}
	}
	return pages, nil
}

// Chosen writes the ranges as they are printed; "" where all pages are reproduced.
func (o *Original) Chosen() string {
	said := make([]string, len(o.Ranges))
	for i, r := range o.Ranges {
		said[i] = span(r.First, r.Last)
	}
	return strings.Join(said, ", ")
}

// originals resolves the originals of an item; language is that of what they hold unless they say otherwise.
func (r *resolver) originals(item string, list []sources.Original, language string) []*Original {
	var out []*Original
	for i, o := range list {
		file := r.handedIn(o.File, language)
		e := &Original{ID: originalID(item, i), Item: item, File: file.Value, SHA256: o.SHA256.Value,
			Lang: cmp.Or(file.Lang, o.Language.Value, language), Kind: o.Kind.Value, Passwords: passwords(o, r.bag),
			AttachAccepted: o.Attach.Value == "accept", AttachmentsAccepted: o.Attachments.Value == "accept",
			Damaged: o.Damaged.Value == "accept", Substitute: r.substitutes(o), Pos: file.Pos}
		var said bool
		if e.Alt, said = o.Alt.In(e.Lang); !said {
			e.Alt = r.any(o.Alt)
		}
		for _, g := range o.Pages {
			e.Ranges = append(e.Ranges, PageRange{g.First, g.Last})
		}
		out = append(out, e)
	}
	return out
}

// handedIn is the file that an edition takes, of those that were handed in in several languages: in its own, else as
// delivered, else the first.
func (r *resolver) handedIn(file sources.Words, delivered string) sources.Translation {
	if len(file.By) == 0 {
		return sources.Translation{Value: file.One, Pos: file.Pos}
	}
	for _, language := range []string{r.d.Lang, delivered} {
		if i := sources.Closest(language, len(file.By), func(i int) string { return file.By[i].Lang }); i >= 0 {
			return file.By[i]
		}
	}
	return file.By[0]
}

// substitutes reports whether open fonts take the place of those that an original does not hold: as it says itself, or
// else as the layout has it for all.
func (r *resolver) substitutes(o sources.Original) bool {
	says := o.Fonts.Value
	if says == "" {
		says = r.d.Settings.Missing.Value
	}
	return says == "substitute"
}

// passwords gives the passwords to try on an original. One that is to come from the environment and is not there is
// an error.
func passwords(o sources.Original, bag *diag.Bag) []string {
	var list []string
	if !o.Password.IsZero() {
		list = append(list, o.Password.Value)
	}
	if !o.PasswordEnv.IsZero() {
		value, ok := os.LookupEnv(o.PasswordEnv.Value)
		if !ok {
			bag.Add("password-env-unset", o.PasswordEnv.Pos, diag.Args{"name": o.PasswordEnv.Value})
		} else {
			list = append(list, value)
		}
	}
	return list
}
