package unit

// Finding is what an original lost on its way into the report, lacked, or had repaired: found once, where the
// unit is made. Code is the diagnostic's. Of each code and kind there is one.
type Finding struct {
	Code  string
	What  string // what kind of thing, by its code
	Count int    // how many
	Page  int    // of the original, the first that is concerned, from 1; 0 none
	Of    int    // what Count is measured against, by its code; -1 nobody knows
}

// The codes of findings, and what What and Of mean with them.
const (
	// ActionRemoved: an action other than GoTo, GoToR and URI; What is its kind.
	ActionRemoved = "original-action"
	// FormFlattened: form fields stay as they look and can no longer be filled in.
	FormFlattened = "original-form"
	// AttachmentLeftOut: an embedded file; What is its name.
	AttachmentLeftOut = "original-attachment"
	// AttachmentNameless: an embedded file that has no name.
	AttachmentNameless = "original-attachment-nameless"
	// LinkRemoved: a link or outline item to a page of the original that is not among those taken.
	LinkRemoved = "original-link-removed"
	// SignatureVoid: a digital signature, which cannot survive merging; its appearance stays.
	SignatureVoid = "original-signature"
	// PageRepeated: a tagged page is taken more than once; its tags belong to its first place only.
	PageRepeated = "original-page-repeated"
	// Repaired: the file was damaged; What is what was mended, Count the pages that were found, of Of.
	Repaired = "original-repaired"
	// PagesLost: the page tree counts Of pages, Count were found.
	PagesLost = "original-pages-lost"
	// PagesUnknown: the list of pages is lost, Count were found, and how many there were nobody knows.
	PagesUnknown = "original-pages-unknown"
	// ContentBroken: a content stream cannot be decoded, so that the page cannot be shown as it was meant.
	ContentBroken = "original-content-broken"
	// DataBroken: data of a page that cannot be decoded; What is what kind: drawing (form XObject), picture, font …
	DataBroken = "original-data-broken"
	// ContentLong: a page's content is longer than is looked at.
	ContentLong = "original-content-long"
	// SumWrong: data that can be decoded and do not match their checksum; What as before, or text: a page's content.
	SumWrong = "original-sum"
	// ResourceMissing: a page asks for a resource that the file does not hold; What is its category.
	ResourceMissing = "original-resource-missing"
	// BoxOdd: a page's boxes make no sense; What is how, one of pdf.Oddity.
	BoxOdd = "original-box"
	// TagsFaulty: Count places where the tags and the pages contradict each other.
	TagsFaulty = "original-tags"
	// LinkDead: a link or outline item that leads nowhere in the original itself.
	LinkDead = "original-link-dead"
	// Tangled: what the file refers to leads back into itself, or is far more than the file holds; the rest is left out.
	Tangled = "original-tangled"
)

// findings gathers what is found in one original: one of each code and kind, with how often and where first.
type findings struct {
	list  []Finding
	index map[[2]string]int
}

// add notes a finding; page is its page in the original, from 0, -1 for none.
func (f *findings) add(code, what string, page int) *Finding {
	k := [2]string{code, what}
	i, ok := f.index[k]
	if !ok {
		if f.index == nil {
			f.index = map[[2]string]int{}
		}
		i = len(f.list)
		f.index[k] = i
		f.list = append(f.list, Finding{Code: code, What: what})
	}
	e := &f.list[i]
	e.Count++
	if page >= 0 && (e.Page == 0 || page+1 < e.Page) {
		e.Page = page + 1
	}
	return e
}

// attachment notes a file that is left out, by its name.
func (f *findings) attachment(name string, page int) {
	if name == "" {
		f.add(AttachmentNameless, "", page)
		return
	}
	f.add(AttachmentLeftOut, name, page)
}
